import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import { rules } from "./pack";

const ROOM = path.join(__dirname, "rules");
const folders = readdirSync(ROOM, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));

const SEVERITIES = ["critical", "high", "medium", "low"];
const PAGES = ["docs.aws.amazon.com", "www.pulumi.com"];
/** Names that the pack itself or Pulumi's configuration uses. */
const RESERVED = ["all", "exemptions", "undetermined", "exemption-used", "exemption-unused"];

it("has no id twice, and none that is taken", () => {
  const ids = rules.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(ids.filter((id) => RESERVED.includes(id))).toEqual([]);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  it("has an id in lower case with hyphens that is also the name of its file", () => {
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/);
    expect(id.length).toBeLessThanOrEqual(100);
    expect(folders.filter((folder) => existsSync(path.join(ROOM, folder, `${id}.ts`)))).toHaveLength(1);
  });

  it("says what must hold as a title, why and how to fix it in sentences", () => {
    expect(rule.title).toMatch(/^\S.*[^.\s]$/);
    expect(rule.title).not.toContain("\n");
    expect(rule.why).toMatch(/^\S.*\.$/s);
    expect(rule.fix).toMatch(/^\S.*\.$/s);
    expect(SEVERITIES).toContain(rule.severity);
  });

  it("leads to a page of AWS or of Pulumi", () => {
    const { protocol, hostname } = new URL(rule.url);
    expect(protocol).toBe("https:");
    expect(PAGES).toContain(hostname);
  });

  it("names the types that it is about, each once", () => {
    expect(rule.types.length).toBeGreaterThan(0);
    expect(rule.types).toEqual([...new Set(rule.types)]);
  });

  const parameters = Object.entries(rule.parameters ?? {});
  if (parameters.length > 0) {
    it.each(parameters)("describes its parameter %s, with a default that its own schema takes", (name, parameter) => {
      const { default: usual, description, ...schema } = parameter;
      expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(name).not.toBe("enforcementLevel");
      expect(description).toMatch(/^[A-Z].+\.$/s);
      expect(new Ajv().validate(schema, usual)).toBe(true);
      if (schema.type === "array") expect(schema.items?.type).toBeDefined();
    });
  }
});
