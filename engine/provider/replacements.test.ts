import { simulations } from "../../simulator/aws";
import { replacements, replaces } from "./replacements";
import { hasSdk, sdkFacts } from "./sdk-facts";

// A remote component's plugin makes its children; the engine asks no provider what replaces it.
const types = Object.keys(simulations).filter((type) => !type.startsWith("awsx:"));

describe("what replaces a resource", () => {
  it.each(types)("is known for %s, which the simulated AWS knows", (type) => {
    expect(() => replaces(type, "region")).not.toThrow();
  });

  it.each(Object.entries(replacements).filter(([type]) => hasSdk(type)))(
    "names inputs of the SDK: %s",
    (type, { inputs }) => {
      const taken = sdkFacts(type).inputs;
      const named = inputs.filter((input) => input !== "*").map((input) => input.replace("!", ""));
      expect(named.filter((input) => !taken.has(input))).toEqual([]);
    },
  );

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
