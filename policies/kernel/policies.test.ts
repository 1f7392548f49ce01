import type { PolicyResource, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import type { Exemption } from "./exemption";
import { Ledger } from "./ledger";
import { policiesOf } from "./policies";
import type { Rule } from "./rule";
import { UNKNOWN } from "./unknown";

const rule: Rule = {
  id: "thing-safe",
  title: "Things are safe",
  severity: "high",
  controls: { fsbp: ["X.1"] },
  why: "",
  fix: "Make it safe.",
  url: "https://example.com",
  types: ["aws:x/thing:Thing"],
  parameters: { word: { type: "string", default: "safe", description: "The word." } },
  check({ props, params, each, violated }) {
    if (props.at("broken").isSet()) throw new TypeError("the secret is hunter2");
    each(props.at("parts").list(), (part) => {
      if (part.at("state").string() !== params.word)
        violated(part.at("state"), "the word", "another", part.at("name").string());
    });
  },
  checkStack({ subject, stack, violated }) {
    if (stack.pointingAt(subject, ["aws:x/guard:Guard"], "thing").length === 0) violated("guard", "a guard", "none");
  },
  cases: {},
};

type Report = { policy: string; message: string; urn: string | undefined };

/** Runs a pack of one rule as the policy host does: every policy in turn, with its own configuration. */
class Host {
  readonly policies = policiesOf([rule], () => "mandatory", new Ledger(() => new Date("2026-06-01")));

  constructor(
    private readonly exemptions: Exemption[] = [],
    private readonly config: object = {},
  ) {}

  resource(props: object, name = "thing"): Report[] {
    const args = {
      type: "aws:x/thing:Thing",
      props,
      urn: `urn:${name}`,
      name,
      opts: { protect: false, ignoreChanges: [] },
    };
    return this.run((policy, report) => {
      const { validateResource } = policy as ResourceValidationPolicy;
      if (validateResource)
        [validateResource]
          .flat()
          .forEach((validate) => validate({ ...args, getConfig: this.configOf(policy.name) } as never, report));
    });
  }

  stack(resources: Partial<PolicyResource>[]): Report[] {
    const full = resources.map((resource) => ({
      opts: {},
      propertyDependencies: {},
      props: {},
      urn: `urn:${resource.name}`,
      ...resource,
    }));
    return this.run((policy, report) => {
      const { validateStack } = policy as StackValidationPolicy;
      if (validateStack)
        void validateStack({ resources: full, getConfig: this.configOf(policy.name) } as never, report);
    });
  }

  private run(
    each: (policy: Host["policies"][number], report: (message: string, urn?: string) => void) => void,
  ): Report[] {
    const reports: Report[] = [];
    for (const policy of this.policies)
      each(policy, (message, urn) => reports.push({ policy: policy.name, message, urn }));
    return reports;
  }

  private configOf(policy: string): () => object {
    if (policy === "exemptions") return () => ({ list: this.exemptions });
    return () => (policy === rule.id ? this.config : {});
  }
}

const exemption: Exemption = {
  rule: "thing-safe",
  resource: "thing",
  findings: ["b"],
  reason: "the vendor mends it",
  owner: "ops",
  until: "2026-12-31",
};
const parts = [
  { name: "a", state: "safe" },
  { name: "b", state: "risky" },
  { name: "c", state: UNKNOWN },
];

describe("policiesOf", () => {
  it("reports violations by path, what is open beside them, and never a value", () => {
    expect(new Host().resource({ parts })).toEqual([
      { policy: "thing-safe", message: "parts[1].state [b]: expected the word; found another", urn: "urn:thing" },
      { policy: "undetermined", message: "thing-safe: parts[2].state is not known yet", urn: "urn:thing" },
    ]);
  });

  it("turns a failing rule into an open one that names the error's class alone", () => {
    expect(new Host().resource({ broken: true })).toEqual([
      { policy: "undetermined", message: "thing-safe: the rule failed with TypeError", urn: "urn:thing" },
    ]);
  });

  it("says once which configured keys a policy does not have, and which it has", () => {
    const host = new Host([], { wrod: "risky" });
    const told = "the policy configuration has the unknown key wrod; accepted: word";
    expect(host.resource({ parts: [] })).toEqual([{ policy: "thing-safe", message: told, urn: undefined }]);
    expect(host.resource({ parts: [] })).toEqual([]);
    const [exempting] = policiesOf([rule], () => "mandatory", new Ledger());
    const messages: string[] = [];
    const args = { resources: [], getConfig: () => ({ lists: [] }) };
    void (exempting as StackValidationPolicy).validateStack(args as never, (message) => messages.push(message));
    expect(messages).toEqual(["the policy configuration has the unknown key lists; accepted: list"]);
  });

  it("takes parameters from the configuration", () => {
    expect(new Host([], { word: "risky" }).resource({ parts: [parts[1]] })).toEqual([]);
  });

  it("accepts an exempted finding, says so, and still reports a later one", () => {
    const host = new Host([exemption]);
    const later = { name: "d", state: "worse" };
    expect(host.resource({ parts: [parts[1], later] })).toEqual([
      { policy: "thing-safe", message: "parts[1].state [d]: expected the word; found another", urn: "urn:thing" },
      {
        policy: "exemption-used",
        message: "thing-safe: the vendor mends it (ops, until 2026-12-31)",
        urn: "urn:thing",
      },
    ]);
    expect(host.stack([])).toEqual([]);
  });

  it("reports an exemption that nothing needs, and blocks on one that ended or names no rule", () => {
    const ended = { ...exemption, until: "2026-05-31" };
    const stray = { ...exemption, rule: "no-such-rule" };
    expect(new Host([exemption]).stack([]).map(({ policy }) => policy)).toEqual(["exemption-unused"]);
    expect(new Host([ended]).stack([])).toEqual([
      { policy: "exemptions", message: "thing-safe: the exemption of thing (ops) ended on 2026-05-31", urn: undefined },
    ]);
    expect(new Host([ended]).resource({ parts }).map(({ policy }) => policy)).toEqual(["thing-safe", "undetermined"]);
    expect(new Host([stray]).stack([]).map(({ policy }) => policy)).toEqual(["exemptions", "exemption-unused"]);
  });

  it("judges each subject of a stack by its partners", () => {
    const guarded = { type: "aws:x/thing:Thing", name: "guarded" } as Partial<PolicyResource>;
    const bare = { type: "aws:x/thing:Thing", name: "bare" } as Partial<PolicyResource>;
    const guard = { type: "aws:x/guard:Guard", name: "guard", props: { thing: "guarded" } } as Partial<PolicyResource>;
    const named = { ...guarded, props: { name: "guarded" } };
    expect(new Host().stack([named, bare, guard])).toEqual([
      { policy: "thing-safe", message: "guard: expected a guard; found none", urn: "urn:bare" },
    ]);
  });
});
