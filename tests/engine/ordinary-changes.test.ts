import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseStackConfig } from "../../infra/config/stack-config";
import { pulumiForm, stackFile } from "../../infra/config/test-stack";
import { lossesOf } from "./losses";
import { changesOf } from "./ordinary-changes";
import { type Config, STACK_FILES, stackName } from "./stack-files";

const LIFE = path.join(__dirname, "life");

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

  it("is lived in a file of its own, with a record of these changes", () => {
    expect(existsSync(path.join(LIFE, `${stackName(file)}.engine.ts`))).toBe(true);
    const recorded = JSON.parse(readFileSync(path.join(LIFE, `${stackName(file)}.json`), "utf8")) as object;
    expect(Object.keys(recorded)).toEqual(changesOf(stackFile(file)).map(({ name }) => name));
  });
});

it("lives no stack that is gone", () => {
  const lived = readdirSync(LIFE).map((name) => name.replace(/\..*/, ""));
  expect([...new Set(lived)].sort()).toEqual(STACK_FILES.map(stackName).sort());
});
