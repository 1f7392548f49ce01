import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type JsonSchema, sectionJsonSchemas } from "../infra/config/reference/json-schema";

const ROOT = path.join(__dirname, "..");
/** Where keys are described and compared, which does nothing yet. */
const READS_ONLY = /^infra\/(\.build|config\/(sections|checks|reference))\//;

const sources = ["infra", "components"]
  .flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)),
  )
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !READS_ONLY.test(file))
  .map((file) => readFileSync(path.join(ROOT, file), "utf8"))
  .join("\n");

/** The names of all keys below a schema, however deep. */
function keysOf({ properties = {}, additionalProperties, items, anyOf = [] }: JsonSchema): string[] {
  const below = [...Object.values(properties), ...(items ? [items] : []), ...anyOf];
  if (typeof additionalProperties === "object") below.push(additionalProperties);
  return [...Object.keys(properties), ...below.flatMap(keysOf)];
}

const keys = Object.entries(sectionJsonSchemas()).flatMap(([section, { schema }]) =>
  keysOf(schema).map((key) => [section, key] as const),
);

// A structure of TypeScript may hold more than its reader asks for, so the compiler does not see a key that nobody reads.
describe("a key of the stack file", () => {
  it("has a name at least", () => expect(keys.length).toBeGreaterThan(200));

  it.each(keys)("reaches the program: platform:%s … %s", (_, key) => {
    expect(sources).toMatch(new RegExp(`\\b${key}\\b`));
  });
});
