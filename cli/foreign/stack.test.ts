import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { readForeignStack } from "./stack";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "foreign-stack-"));
  write("node_modules/@pulumi/pulumi/cmd/run/index.js", "");
  write("Pulumi.yaml", "name: shop\nruntime: nodejs\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

const read = (stack?: string, ...config: string[]) => readForeignStack(folder, { stack, config });

describe("readForeignStack", () => {
  it("puts the project's defaults below the stack file and the stack file below --config", () => {
    write(
      "Pulumi.yaml",
      "name: shop\nruntime: nodejs\nconfig:\n  aws:region: eu-west-1\n  size: { type: integer, default: 1 }\n  color: { value: red }\n",
    );
    write("Pulumi.dev.yaml", "config:\n  shop:size: 2\n  shop:ratio: 1.10\n  shop:zones: [a, b]\n  bare: true\n");
    expect(read("dev", "color=blue=ish").stackFile).toMatchObject({
      stack: "dev",
      project: "shop",
      config: {
        "aws:region": "eu-west-1",
        "shop:size": "2",
        "shop:color": "blue=ish",
        "shop:ratio": "1.10",
        "shop:zones": '["a","b"]',
        "shop:bare": "true",
      },
      secretKeys: [],
    });
  });

  it("stands a placeholder for what is encrypted, and says so, unless --config gives the value", () => {
    write("Pulumi.dev.yaml", "config:\n  aws:region: eu-west-1\n  shop:token: { secure: v1:x }\n");
    const { stackFile, assumptions } = read("dev");
    expect(stackFile.config["shop:token"]).toBe("[encrypted in the stack file]");
    expect(stackFile.secretKeys).toEqual(["shop:token"]);
    expect(assumptions).toEqual([expect.stringContaining("shop:token is encrypted")]);
    expect(read("dev", "token=t").assumptions).toEqual([]);
  });

  it("takes the only stack where none is named, and dev where there is no stack file", () => {
    expect(read().stackFile.stack).toBe("dev");
    expect(read("prod").stackFile.stack).toBe("prod");
    write("Pulumi.live.yaml", "encryptionsalt: x\n");
    expect(read().stackFile.stack).toBe("live");
    expect(read().assumptions).toEqual(["aws:region is not configured: us-east-1 was assumed"]);
  });

  it("refuses a stack that the project does not have, and one to guess among several", () => {
    write("Pulumi.live.yaml", "config: {}\n");
    expect(() => read("life")).toThrow(/no stack life; did you mean live\?/);
    write("Pulumi.test.yaml", "config: {}\n");
    expect(() => read()).toThrow(/no stack dev.*\n {2}accepted: live, test/);
  });

  it("names everything at once that the project declares and nobody gives", () => {
    write("Pulumi.yaml", "name: shop\nruntime: nodejs\nconfig:\n  a: { type: string }\n  b: { type: string }\n");
    expect(() => read()).toThrow(
      "The program requires shop:a, shop:b\n  fix: --config shop:a=<value>\n  fix: --config shop:b=<value>",
    );
  });

  it.each([
    ["runtime: nodejs\n", /no project name/],
    ["name: shop\nruntime: python\n", /runtime python cannot be previewed/],
    ["name: [\n", /not YAML/],
  ])("refuses the project file %j", (text, message) => {
    write("Pulumi.yaml", text);
    expect(() => read()).toThrow(message);
  });

  it("runs in the folder that main names, or in that of the file that it names", () => {
    write("src/index.ts", "");
    write(
      "Pulumi.yaml",
      "name: shop\nruntime: { name: nodejs, options: { typescript: false, nodeargs: -r x } }\nmain: src\n",
    );
    expect(read().project).toMatchObject({
      workingFolder: path.join(folder, "src"),
      entry: ".",
      isTypeScript: false,
      nodeArguments: ["-r", "x"],
    });
    write("Pulumi.yaml", "name: shop\nruntime: nodejs\nmain: src/index.ts\n");
    expect(read().project).toMatchObject({ workingFolder: path.join(folder, "src"), entry: "index.ts" });
  });
});
