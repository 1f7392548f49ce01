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
      models: expected,
    });
  });

  it.each([
    ["application", "yes", "true or false, without quotes"],
    ["infrastructure", 1, "true or false, without quotes"],
    ["models", ["a-model"], "true or false, without quotes"],
  ])("refuses %s: %p", (key, value, expected) => {
    expect(onlyProblem({ [dashboards(key)]: value })).toMatchObject({ key: dashboards(key), expected });
  });
});
