import fc from "fast-check";
import { applyRemedy, type Inputs } from "./remedy";
import type { RemedyContext, Rule } from "./rule";
import { UNKNOWN } from "./unknown";
import { Value } from "./value";

/** A rule that `broken` breaks at this path until it is written, with a remedy. */
const ruleWith = (remedy: NonNullable<Rule["remedy"]>, path = "state"): Rule => ({
  id: "thing-safe",
  title: "Things are safe",
  severity: "high",
  controls: {},
  why: "",
  fix: "Make it safe.",
  url: "https://example.com",
  types: ["aws:x/thing:Thing"],
  check: ({ props, violated }) => {
    if (props.at("broken").isTrue()) violated(path, "safety", "danger");
  },
  remedy,
  cases: {},
});

const subjectOf = (props: Inputs) => ({
  urn: "urn:thing",
  type: "aws:x/thing:Thing",
  name: "thing",
  props: new Value(props, ""),
  protect: false,
  ignoreChanges: [],
  references: {},
});

/** The inputs of a broken thing after the remedy, and whether it says that it changed them. */
function remedied(properties: Inputs, remedy: (context: RemedyContext) => void): [inputs: Inputs, changed: boolean] {
  const inputs = { broken: true, ...properties };
  const changed = applyRemedy(ruleWith(remedy), subjectOf(structuredClone(inputs)), inputs, {});
  const { broken: _, ...rest } = inputs;
  return [rest, changed];
}

describe("applyRemedy", () => {
  it.each<[name: string, before: Inputs, path: string, after: Inputs]>([
    ["a property", { a: 1 }, "a", { a: "new" }],
    ["a property that is not there", {}, "a", { a: "new" }],
    ["below what is not there", {}, "a.b.c", { a: { b: { c: "new" } } }],
    ["below null", { a: null }, "a.b", { a: { b: "new" } }],
    ["through a list of one", { a: [{ b: 1, c: 2 }] }, "a.b", { a: [{ b: "new", c: 2 }] }],
    ["in an element of a list", { a: [{ b: 1 }, { b: 2 }] }, "a[1].b", { a: [{ b: 1 }, { b: "new" }] }],
    ["an element of a list", { a: [1, 2] }, "a[0]", { a: ["new", 2] }],
  ])("writes %s", (_name, before, path, after) => {
    expect(remedied(before, ({ set }) => set(path, "new"))).toEqual([after, true]);
  });

  it.each<[name: string, before: Inputs, path: string, after: Inputs]>([
    ["a property", { a: { b: 1, c: 2 } }, "a.b", { a: { c: 2 } }],
    ["an element, whatever follows it", { a: ["x", UNKNOWN, { y: 1 }] }, "a[0]", { a: [UNKNOWN, { y: 1 }] }],
    ["the last element", { a: ["x"] }, "a[0]", { a: [] }],
  ])("removes %s", (_name, before, path, after) => {
    const [inputs] = remedied(before, ({ set }) => set(path, undefined));
    expect(inputs).toStrictEqual(after);
  });

  it.each<[name: string, before: Inputs, after: Inputs]>([
    ["to a list", { a: [1] }, { a: [1, "new"] }],
    ["to nothing", {}, { a: ["new"] }],
    ["to a single value", { a: "x" }, { a: ["x", "new"] }],
  ])("adds %s", (_name, before, after) => {
    expect(remedied(before, ({ append }) => append("a", "new"))).toEqual([after, true]);
  });

  it("writes at the place of every value that a program can nest", () => {
    const nested = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { depthSize: "small" },
        fc.constant("old"),
        fc.record({ a: tie("node"), b: tie("node") }),
        fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
      ),
    })).node;
    const leavesOf = (value: Value): Value[] => {
      const [children, elements] = [value.entries().map(([, child]) => child), value.list()];
      if (children.length > 0) return children.flatMap(leavesOf);
      return elements.length === 1 && elements[0] === value ? [value] : elements.flatMap(leavesOf);
    };
    fc.assert(
      fc.property(nested, (root) => {
        const [inputs] = remedied({ root }, ({ props, set }) => {
          for (const leaf of leavesOf(props.at("root"))) set(leaf, "new");
        });
        expect(JSON.stringify(inputs)).toBe(JSON.stringify({ root }).replaceAll("old", "new"));
      }),
    );
  });

  it("leaves a resource alone that does not break the rule", () => {
    const inputs = { broken: false };
    expect(
      applyRemedy(
        ruleWith(({ set }) => set("state", "safe")),
        subjectOf(inputs),
        inputs,
        {},
      ),
    ).toBe(false);
    expect(inputs).toEqual({ broken: false });
  });

  it("leaves what an exemption accepts as it is, and mends the rest", () => {
    const rule = ruleWith(({ set }) => {
      set("state", "safe");
      set("other", "safe");
    });
    const check: Rule["check"] = ({ violated }) =>
      ["state", "other"].forEach((path) => violated(path, "safety", "danger"));
    const inputs = { state: "risky", other: "risky" };
    const apply = (...paths: string[]): boolean =>
      applyRemedy({ ...rule, check }, subjectOf(inputs), inputs, {}, ({ path }) => paths.includes(path));
    expect(apply("state", "other")).toBe(false);
    expect(inputs).toEqual({ state: "risky", other: "risky" });
    expect(apply("state")).toBe(true);
    expect(inputs).toEqual({ state: "risky", other: "safe" });
  });

  it("writes a member whose key looks like a path, unless that member is what an exemption accepts", () => {
    const results: boolean[] = [];
    const rule: Rule = {
      ...ruleWith(({ put }) => {
        for (const key of ["a.b[0]", "c"]) results.push(put("tags", key, "new"));
      }),
      check: ({ violated }) => ["a.b[0]", "c"].forEach((key) => violated("tags", "a tag", "none", key)),
    };
    const inputs = {};
    expect(applyRemedy(rule, subjectOf({}), inputs, {}, ({ part }) => part === "c")).toBe(true);
    expect([inputs, results]).toEqual([{ tags: { "a.b[0]": "new" } }, [true, false]]);
  });

  it("goes by what the resource lacks where the verdict takes the whole stack", () => {
    const remedy: Rule["remedy"] = ({ set }) => set("state", "safe");
    const lacks: Rule["lacks"] = ({ props, violated }) => {
      if (!props.at("state").isSet()) violated("state", "a state", "none");
    };
    const { check: _, ...stackRule } = { ...ruleWith(remedy), lacks, checkStack: () => undefined };
    const [lacking, complete] = [{}, { state: "risky" }];
    expect(applyRemedy(stackRule, subjectOf(lacking), lacking, {})).toBe(true);
    expect(applyRemedy(stackRule, subjectOf(complete), complete, {})).toBe(false);
    expect([lacking, complete]).toEqual([{ state: "safe" }, { state: "risky" }]);
  });

  it("does what it can where a remedy fails or meets a value that is not known yet", () => {
    const unknown = { list: UNKNOWN, state: "risky" };
    const [inputs, changed] = remedied(unknown, ({ props, each, set }) => {
      each(["list.inner", "state"], (path) => set(path, "safe"));
      props.at("list").list();
      set("never", "reached");
    });
    expect([inputs, changed]).toEqual([{ list: UNKNOWN, state: "safe" }, true]);
  });
});
