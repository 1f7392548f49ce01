import { type JsonSchema, sectionJsonSchemas } from "./json-schema";

/** One key below a section. */
export interface Row {
  key: string;
  schema: JsonSchema;
  required: boolean;
}

/** `docs/configuration.md`: every key of a stack file, from the same schemas that read it. */
export function referencePage(): string {
  const sections = Object.entries(sectionJsonSchemas()).flatMap(([name, { schema, required }]) => [
    `## \`platform:${name}\``,
    [schema.description ?? "", required ? "Required." : ""].filter(Boolean).join(" "),
    table(schema),
  ]);
  return `${[INTRODUCTION, ...sections].filter(Boolean).join("\n\n")}\n`;
}

const INTRODUCTION = `# Configuration

<!-- Generated from infra/config; do not edit. -->

Every key of a \`Pulumi.<stack>.yaml\`, beside \`aws:region\`, which names the stack's region. \`<name>\` stands for a name
of your own. An unknown key is an error. Editors complete and check a stack file that starts with

\`\`\`yaml
# yaml-language-server: $schema=./schemas/stack.schema.json
\`\`\``;

function table(schema: JsonSchema): string {
  const rows = rowsBelow("", schema);
  if (rows.length === 0) return `Accepted: ${accepted(schema)}.${shownExample(schema)}`;
  return [
    "| key | accepted | default | meaning |",
    "| --- | --- | --- | --- |",
    ...rows.map(({ key, schema: node, required }) =>
      row(`\`${key}\``, accepted(node), defaultOf(node, required), meaning(node)),
    ),
  ].join("\n");
}

/** Every key below a schema, `<name>` standing for names that a stack file gives. */
export function rowsBelow(prefix: string, schema: JsonSchema): Row[] {
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, node]) => {
    const key = prefix ? `${prefix}.${name}` : name;
    return [{ key, schema: node, required: schema.required?.includes(name) ?? false }, ...rowsBelow(key, node)];
  });
  const entry = schema.additionalProperties;
  const entries =
    typeof entry === "object" && entry.properties ? rowsBelow(prefix ? `${prefix}.<name>` : "<name>", entry) : [];
  const items = schema.items?.properties ? rowsBelow(`${prefix}[]`, schema.items) : [];
  return [...named, ...entries, ...items];
}

function accepted(schema: JsonSchema): string {
  if (schema.anyOf) return schema.anyOf.map(accepted).join(", or ");
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(", ");
  switch (schema.type) {
    case "boolean":
      return "`true`, `false`";
    case "integer":
    case "number":
      return `${schema.minimum ?? `above ${schema.exclusiveMinimum}`} to ${schema.maximum}`;
    case "array":
      return `list${schema.minItems || schema.maxItems !== 100 ? ` of ${schema.minItems ?? 0} to ${schema.maxItems}` : ""}`;
    case "object":
      return "map";
    default:
      return "text";
  }
}

function defaultOf({ default: value, description }: JsonSchema, required: boolean): string {
  if (required) return "required";
  if (value === undefined) return description?.includes("Default:") ? "see there" : "none";
  return JSON.stringify(value) === "{}" ? "" : `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}

function meaning(schema: JsonSchema): string {
  return `${schema.description ?? ""}${shownExample(schema)}`;
}

function shownExample({ examples }: JsonSchema): string {
  if (examples === undefined) return "";
  return ` For example ${examples.map((example) => `\`${typeof example === "string" ? example : JSON.stringify(example)}\``).join(" or ")}`;
}

function row(...cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
