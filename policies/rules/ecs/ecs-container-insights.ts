import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

const setting = (value: unknown, name = "containerInsights"): object => ({ name, value });

const insightsIn = (settings: Value): Value | undefined =>
  settings.list().find((each) => each.at("name").string() === "containerInsights");

export const ecsContainerInsights: Rule = {
  id: "ecs-container-insights",
  title: "ECS clusters collect the metrics of Container Insights",
  severity: "medium",
  controls: { fsbp: ["ECS.12"], nist: ["AU-6", "SI-4"] },
  references: { checkov: ["CKV_AWS_65"], cdkNag: ["AwsSolutions-ECS4"] },
  why: "Without them nobody sees that tasks are missing, restart again and again, or run out of disk.",
  fix: 'Set settings of the aws.ecs.Cluster to [{ name: "containerInsights", value: "enabled" }], or "enhanced".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-12",
  types: ["aws:ecs/cluster:Cluster"],
  check({ props, violated }) {
    const settings = props.at("settings");
    const value = insightsIn(settings)?.at("value");
    if (!["enabled", "enhanced"].includes(value?.string() ?? ""))
      violated(value ?? settings, "containerInsights enabled or enhanced", "neither");
  },
  remedy({ props, set, append }) {
    const settings = props.at("settings");
    const insights = insightsIn(settings);
    if (insights) set(insights.at("value"), "enabled");
    else append(settings, { name: "containerInsights", value: "enabled" });
  },
  cases: {
    resource: [
      good("enabled", { settings: [setting("enabled")] }),
      good("enhanced", { settings: [setting("enhanced")] }),
      good("enabled, not in a list", { settings: setting("enabled") }),
      good("enabled among others", { settings: [setting("x", "other"), setting("enabled")] }),
      bad("the account's default left", {}, "settings"),
      bad("disabled", { settings: [setting("disabled")] }, "settings[0].value"),
      bad("another setting", { settings: [setting("enabled", "other")] }, "settings"),
      unknown("settings not known", { settings: UNKNOWN }, "settings"),
      unknown("value not known", { settings: [setting(UNKNOWN)] }, "settings[0].value"),
    ],
  },
};
