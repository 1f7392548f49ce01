import { bad, good } from "../../kernel/cases";
import { ANY_AWS, type Rule } from "../../kernel/rule";
import { checkedProperties, keysOf, overlaps } from "./checked-properties";

const rule = (overrides: Partial<Rule>): Rule => ({
  id: "thing-safe",
  title: "Things are safe",
  severity: "high",
  controls: {},
  why: "",
  fix: "",
  url: "",
  types: ["aws:x/thing:Thing", "aws:x/twin:Twin"],
  cases: { resource: [good("safe", { lock: true }), bad("open", { lock: [{ on: false }] }, "lock[0].on")] },
  ...overrides,
});

describe("checkedProperties", () => {
  it("lists what bad cases point at, for all twins", () => {
    const table = checkedProperties([rule({})]);
    expect([...table]).toEqual([
      ["aws:x/thing:Thing", [["lock", "on"]]],
      ["aws:x/twin:Twin", [["lock", "on"]]],
    ]);
  });

  it("joins the rules of a type", () => {
    const second = rule({
      severity: "critical",
      types: ["aws:x/twin:Twin"],
      cases: { resource: [bad("b", {}, "key")] },
    });
    expect(checkedProperties([rule({}), second]).get("aws:x/twin:Twin")).toEqual([["lock", "on"], ["key"]]);
  });

  it("leaves out rules that only advise, and those for every type", () => {
    expect(checkedProperties([rule({ severity: "medium" }), rule({ types: [ANY_AWS] })]).size).toBe(0);
  });
});

describe("keysOf", () => {
  it.each([
    ["policy", ["policy"]],
    ["origins[0].domainName", ["origins", "domainName"]],
    ['tags["app.kubernetes"]', ["tags", "app", "kubernetes"]],
    ["rules[*].overrideAction", ["rules", "overrideAction"]],
    ["*", []],
  ])("%s", (path, keys) => expect(keysOf(path)).toEqual(keys));
});

describe("overlaps", () => {
  it.each([
    [["a"], ["a"], true],
    [["a"], ["a", "b"], true],
    [["a", "b"], ["a"], true],
    [[], ["a"], true],
    [["a", "b"], ["a", "c"], false],
    [["a"], ["b"], false],
  ])("%j and %j: %s", (one, other, expected) => expect(overlaps(one, other)).toBe(expected));
});
