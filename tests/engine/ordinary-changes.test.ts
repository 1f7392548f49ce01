import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { parseStackConfig } from "../../infra/config/stack-config";
import { pulumiForm, stackFile } from "../../infra/config/test-stack";
import { lossesOf } from "./losses";
import { changesOf } from "./ordinary-changes";
import { type Config, STACK_FILES, stackName } from "./stack-files";

const read = (config: Config, file: string): unknown => parseStackConfig(pulumiForm(config), stackName(file), file);

describe.each(STACK_FILES)("%s", (file) => {
  it("meets at least twenty ordinary changes, each of which its stack file may say", () => {
    const config = stackFile(file);
    const changes = changesOf(config);
    expect(changes.length).toBeGreaterThanOrEqual(20);
    for (const { edit } of changes) {
      const before = structuredClone(config);
      edit(config);
      expect(config).not.toEqual(before);
      expect(() => read(config, file)).not.toThrow();
    }
  });

  it("could lose something by changes that its stack file may say", () => {
    const losses = lossesOf(stackFile(file));
    expect(losses.length).toBeGreaterThanOrEqual(4);
    for (const { edit } of losses) {
      const config = stackFile(file);
      edit(config);
      expect(() => read(config, file)).not.toThrow();
    }
  });

  it("is lived in a file of its own", () => {
    expect(existsSync(path.join(__dirname, "life", `${stackName(file)}.engine.ts`))).toBe(true);
  });
});

it("lives no stack that is gone", () => {
  const lived = readdirSync(path.join(__dirname, "life")).map((name) => name.replace(/\..*/, ""));
  expect([...new Set(lived)].sort()).toEqual(STACK_FILES.map(stackName).sort());
});
