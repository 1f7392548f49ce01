import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Manifest } from "@platform/simulator";
import { replacements, replaces } from "./replacements";
import { sdkFacts } from "./sdk-facts";

const golden = path.join(__dirname, "../../tests/golden");
const manifests = readdirSync(golden)
  .filter((file) => file.endsWith(".json"))
  .map((file) => JSON.parse(readFileSync(path.join(golden, file), "utf8")) as Manifest);
const types = [
  ...new Set(
    manifests.flatMap(({ resources }) =>
      resources.flatMap(({ custom, type }) => (custom && !type.startsWith("pulumi:") ? type : [])),
    ),
  ),
].sort();

describe("what replaces a resource", () => {
  it.each(types)("is known for %s, which a stack has", (type) => {
    expect(() => replaces(type, "region")).not.toThrow();
  });

  it.each(Object.entries(replacements))("names inputs of the SDK: %s", (type, { inputs }) => {
    const taken = sdkFacts(type).inputs;
    const named = inputs.filter((input) => input !== "*").map((input) => input.replace("!", ""));
    expect(named.filter((input) => !taken.has(input))).toEqual([]);
  });

  it("is an error where nobody has said it", () => {
    expect(() => replaces("aws:nowhere/nothing:Nothing", "name")).toThrow(
      "what replaces aws:nowhere/nothing:Nothing is not known: add its ForceNew inputs to engine/provider/replacements.ts",
    );
  });

  it("leaves out what a star does not cover", () => {
    expect(replaces("aws:ecs/taskDefinition:TaskDefinition", "containerDefinitions")).toBe(true);
    expect(replaces("aws:ecs/taskDefinition:TaskDefinition", "skipDestroy")).toBe(false);
    expect(replaces("aws:ecs/taskDefinition:TaskDefinition", "tagsAll")).toBe(false);
  });
});
