import { z } from "zod";

interface JsonSchemaNode {
  properties?: Record<string, JsonSchemaNode>;
  additionalProperties?: JsonSchemaNode | boolean;
  items?: JsonSchemaNode;
  anyOf?: JsonSchemaNode[];
  examples?: unknown[];
  default?: unknown;
}

/** The keys that a schema knows at a path. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  return nodesAt(schema, path).flatMap((node) => Object.keys(node.properties ?? {}));
}

/** An example of what a schema takes at a path: one of its own, or its default. */
export function exampleAt(schema: z.ZodType, path: readonly PropertyKey[]): unknown {
  const [node] = nodesAt(schema, path);
  return node?.examples?.[0] ?? node?.default;
}

const jsonSchemas = new WeakMap<z.ZodType, JsonSchemaNode>();

/** The nodes of the JSON Schema that a path may lead to; made only when something is wrong. */
function nodesAt(schema: z.ZodType, path: readonly PropertyKey[]): JsonSchemaNode[] {
  const root = jsonSchemas.get(schema) ?? (z.toJSONSchema(schema, { io: "input" }) as JsonSchemaNode);
  jsonSchemas.set(schema, root);
  return path.reduce<JsonSchemaNode[]>((nodes, part) => nodes.flatMap((node) => below(node, part)), [root]);
}

function below(node: JsonSchemaNode, part: PropertyKey): JsonSchemaNode[] {
  if (node.anyOf) return node.anyOf.flatMap((branch) => below(branch, part));
  const named = Object.hasOwn(node.properties ?? {}, part) ? node.properties?.[String(part)] : undefined;
  const other = typeof node.additionalProperties === "object" ? node.additionalProperties : undefined;
  const next = typeof part === "number" ? node.items : (named ?? other);
  return next ? [next] : [];
}
