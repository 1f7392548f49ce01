import { changed, onlyProblem, read } from "../test-stack";

const dashboards = (key: string) => `platform:dashboards.${key}`;

describe("platform:dashboards", () => {
  it.each([
    ["production", true],
    ["staging", true],
    ["development", false],
    ["ephemeral", false],
  ])("are there by default where there are users: %s, %p", (profile, expected) => {
    expect(read(changed({ "platform:profile": profile })).dashboards).toEqual({
      application: expected,
      infrastructure: expected,
      bedrockModels: [],
    });
  });

  it.each([
    ["application", "yes", "true or false, without quotes"],
    ["infrastructure", 1, "true or false, without quotes"],
  ])("refuses %s: %p", (key, value, expected) => {
    expect(onlyProblem({ [dashboards(key)]: value })).toMatchObject({ key: dashboards(key), expected });
  });

  it("refuses what can be no model's id", () => {
    expect(onlyProblem({ [dashboards("bedrockModels")]: ["claude sonnet"] })).toMatchObject({
      key: "platform:dashboards.bedrockModels[0]",
      expected: "the id of a model or of an inference profile",
    });
  });
});
