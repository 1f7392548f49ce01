import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { ResourceContext, Rule } from "../../kernel/rule";
import type { Subject } from "../../kernel/subject";
import type { Value } from "../../kernel/value";
import { SEPARATE_RULES, WEB_ACL } from "./managed-groups";
import { RULE_GROUP, rulesOf } from "./rules-of";

const on = { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "m" };
const rule = (visibility: object = {}) => ({ name: "limit", visibilityConfig: { ...on, ...visibility } });
const json = (visibility: object = {}) => ({
  ruleJson: JSON.stringify([
    { VisibilityConfig: { CloudWatchMetricsEnabled: true, SampledRequestsEnabled: true, ...visibility } },
  ]),
});

export const wafMetrics: Rule = {
  id: "waf-metrics",
  title: "Web ACLs, rule groups and their rules are counted and sampled",
  severity: "medium",
  controls: { fsbp: ["WAF.12"], nist: ["AU-6", "SI-4"] },
  why: "Without metrics no alarm can tell of an attack, and nobody sees what a rule refuses by mistake.",
  fix: "Set visibilityConfig { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true } on the resource and on each rule.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-12",
  types: [WEB_ACL, RULE_GROUP, ...SEPARATE_RULES],
  check({ resource, each, violated }) {
    eachFlagOff(visibilitiesOf(resource), each, (flag) => violated(flag, "true", flag.isSet() ? "false" : "nothing"));
  },
  // JSON text is written anew by the program alone.
  remedy({ resource, each, set }) {
    const plain = visibilitiesOf(resource).filter(({ flags }) => flags === FLAGS);
    eachFlagOff(plain, each, (flag) => set(flag, true));
  },
  cases: {
    resource: [
      good("everywhere", { visibilityConfig: on, rules: [rule(), rule()] }),
      good(
        "as text, in lists of one, of a group",
        { visibilityConfig: [{ ...on, sampledRequestsEnabled: "true" }] },
        {
          type: RULE_GROUP,
        },
      ),
      good("rules as JSON", { visibilityConfig: on, ...json() }),
      good("a separate rule", rule(), { type: SEPARATE_RULES[0] }),
      good("a separate group, provider's default left", {}, { type: SEPARATE_RULES[1] }),
      bad(
        "ACL not counted",
        { visibilityConfig: { ...on, cloudwatchMetricsEnabled: false } },
        "visibilityConfig.cloudwatchMetricsEnabled",
      ),
      bad(
        "group not sampled",
        { visibilityConfig: { ...on, sampledRequestsEnabled: "false" } },
        "visibilityConfig.sampledRequestsEnabled",
        {
          type: RULE_GROUP,
        },
      ),
      bad(
        "one rule of two not counted",
        { visibilityConfig: on, rules: [rule(), rule({ cloudwatchMetricsEnabled: undefined })] },
        "rules[1].visibilityConfig.cloudwatchMetricsEnabled",
      ),
      bad(
        "rule as JSON not sampled",
        { visibilityConfig: on, ...json({ SampledRequestsEnabled: false }) },
        "ruleJson[0].VisibilityConfig.SampledRequestsEnabled",
        { remediable: false },
      ),
      bad(
        "separate rule not counted",
        rule({ cloudwatchMetricsEnabled: false }),
        "visibilityConfig.cloudwatchMetricsEnabled",
        {
          type: SEPARATE_RULES[0],
        },
      ),
      bad(
        "rule of a group as JSON not counted",
        { visibilityConfig: on, rulesJson: '[{"VisibilityConfig":{"SampledRequestsEnabled":true}}]' },
        "rulesJson[0].VisibilityConfig.CloudWatchMetricsEnabled",
        { type: RULE_GROUP, remediable: false },
      ),
      bad("no JSON", { visibilityConfig: on, ruleJson: "[" }, "ruleJson", { remediable: false }),
      unknown(
        "not known",
        { visibilityConfig: { ...on, cloudwatchMetricsEnabled: UNKNOWN } },
        "cloudwatchMetricsEnabled",
      ),
      unknown("rules not known", { visibilityConfig: on, rules: UNKNOWN }, "rules"),
    ],
  },
};

interface Visibility {
  at: Value;
  flags: readonly string[];
}

const FLAGS = ["cloudwatchMetricsEnabled", "sampledRequestsEnabled"];
const JSON_FLAGS = ["CloudWatchMetricsEnabled", "SampledRequestsEnabled"];

function eachFlagOff(
  visibilities: readonly Visibility[],
  each: ResourceContext["each"],
  report: (flag: Value) => void,
): void {
  const all = visibilities.flatMap(({ at, flags }) => flags.map((flag) => ({ at, flag })));
  each(all, ({ at, flag }) => {
    const value = at.at(flag);
    if (!value.isTrue()) report(value);
  });
}

/** Of the resource itself and of each rule in it; a separate rule without the setting gets it from the provider. */
function visibilitiesOf(resource: Subject): Visibility[] {
  const own = { at: resource.props.at("visibilityConfig"), flags: FLAGS };
  if (SEPARATE_RULES.includes(resource.type)) return own.at.isSet() ? [own] : [];
  const ofRules = rulesOf(resource).map(({ at, isJson }) =>
    isJson ? { at: at.at("VisibilityConfig"), flags: JSON_FLAGS } : { at: at.at("visibilityConfig"), flags: FLAGS },
  );
  return [own, ...ofRules];
}
