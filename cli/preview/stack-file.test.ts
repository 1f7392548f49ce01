import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { type Problem, StackFileError } from "./failure";
import { readStackFile, type StackFile } from "./stack-file";

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "stack-file-"));
  writeFileSync(path.join(root, "Pulumi.yaml"), "name: platform\n");
});
afterEach(() => rmSync(root, { recursive: true }));

const read = (text: string, argument = "dev"): StackFile => {
  writeFileSync(path.join(root, "Pulumi.dev.yaml"), text);
  return readStackFile(root, argument);
};

/** Problems with their place relative to the project's folder. */
const problemsOf = (work: () => unknown): Problem[] => {
  try {
    work();
  } catch (error) {
    if (!(error instanceof StackFileError)) throw error;
    expect(error.exitCode).toBe(2);
    const prefix = `${path.relative(process.cwd(), root)}/`;
    return error.problems.map((problem) => ({ ...problem, place: problem.place.replace(prefix, "") }));
  }
  throw new Error("expected a StackFileError");
};

describe("readStackFile", () => {
  it("hands over scalars as they are written and everything else as JSON text", () => {
    const { config, secretKeys, stack, project } = read(
      [
        "config:",
        "  aws:region: us-east-1",
        "  platform:account: 012345678901",
        "  platform:on: true",
        "  platform:ratio: 1.50",
        '  platform:quoted: "a: b"',
        "  platform:list: [a, 1]",
        "  platform:map: { port: 8000, deep: { on: false } }",
        "  platform:nothing:",
      ].join("\n"),
    );
    expect({ stack, project, secretKeys }).toEqual({ stack: "dev", project: "platform", secretKeys: [] });
    expect(config).toEqual({
      "aws:region": "us-east-1",
      "platform:account": "012345678901",
      "platform:on": "true",
      "platform:ratio": "1.50",
      "platform:quoted": "a: b",
      "platform:list": '["a",1]',
      "platform:map": '{"port":8000,"deep":{"on":false}}',
      "platform:nothing": "null",
    });
  });

  it("replaces encrypted values by a placeholder and names their keys as secret, nested ones too", () => {
    const { config, secretKeys } = read(
      "config:\n  a:top: { secure: v1:x }\n  a:deep: { user: u, password: { secure: v1:y } }\n  a:plain: x\n",
    );
    expect(secretKeys).toEqual(["a:top", "a:deep"]);
    expect(config["a:top"]).toBe("[encrypted in the stack file]");
    expect(JSON.parse(config["a:deep"] ?? "")).toEqual({ user: "u", password: "[encrypted in the stack file]" });
  });

  it("resolves anchors and merge keys, and finds keys through them", () => {
    const text = "base: &base\n  cpu: 256\nconfig:\n  a:one: { size: *base }\n  a:two: { <<: *base, port: 80 }\n";
    const { config, placeOf } = read(text);
    expect(config).toEqual({ "a:one": '{"size":{"cpu":256}}', "a:two": '{"cpu":256,"port":80}' });
    expect(placeOf("a:one.size.cpu")).toMatch(/:2:3$/);
  });

  it("takes any path and names the stack after the file", () => {
    writeFileSync(path.join(root, "other.yaml"), "config:\n  aws:region: eu-west-1\n");
    expect(readStackFile(root, path.join(root, "other.yaml")).stack).toBe("other");
  });

  it("finds the line of a key, of an entry of a list, and of the deepest part that exists", () => {
    const text = "config:\n  platform:services:\n    api.v1:\n      ports:\n        - 80\n        - 81\n";
    const { placeOf } = read(text);
    const lineOf = (key: string): string | undefined => /Pulumi\.dev\.yaml:(.*)$/.exec(placeOf(key))?.[1];
    expect(lineOf("platform:services")).toBe("2:3");
    expect(lineOf("platform:services.api.v1")).toBe("3:5");
    expect(lineOf("platform:services.api.v1.ports[1]")).toBe("6:11");
    expect(lineOf("platform:services.api.v1.ports.0")).toBe("5:11");
    expect(lineOf("platform:services.api.v1.health.path")).toBe("3:5");
    expect(lineOf("platform:unheard")).toBe("2:3");
  });

  it("fails for a stack that does not exist, naming those that do and the nearest", () => {
    writeFileSync(path.join(root, "Pulumi.staging.yaml"), "config: {}\n");
    const [problem] = problemsOf(() => readStackFile(root, "stagin"));
    expect(problem).toMatchObject({
      place: "Pulumi.stagin.yaml",
      message: "no such stack file",
      suggestion: "staging",
    });
    expect(problem?.expected).toContain("(staging)");
  });

  it.each([
    ["config:\n  a:b: [1\n  c:d: 2\n", "Pulumi.dev.yaml:3:3", /^not YAML: /],
    ["config:\n  a:b: 1\n  a:b: 2\n", "Pulumi.dev.yaml:3:3", /^not YAML: Map keys must be unique/],
    ["- a\n", "Pulumi.dev.yaml:1:1", /no map/],
    ["", "Pulumi.dev.yaml:1:1", /no map/],
    ["name: x\n", "Pulumi.dev.yaml:1:1", /no `config` section/],
    ["config: text\n", "Pulumi.dev.yaml:1:1", /no `config` section/],
    ["config:\n  a:b: 1\n  region: x\n", "Pulumi.dev.yaml:3:3", /region has no namespace/],
  ])("fails for %j at its place", (text, place, message) => {
    const [problem] = problemsOf(() => read(text));
    expect(problem?.place).toBe(place);
    expect(problem?.message).toMatch(message);
    expect(problem?.expected).toBeTruthy();
  });
});
