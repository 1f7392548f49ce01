import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const COMPOSITE = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

export const alarmActionsEnabled: Rule = {
  id: "alarm-actions-enabled",
  title: "No alarm is muted",
  severity: "medium",
  controls: { securityHub: ["CloudWatch.17"], nist: ["AU-6", "SI-4"] },
  references: { checkov: ["CKV_AWS_319"] },
  why: "A muted alarm looks complete in every review and tells nobody.",
  fix: "Remove actionsEnabled or set it to true; mute for a while with a composite alarm's actionsSuppressor.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-17",
  types: ["aws:cloudwatch/metricAlarm:MetricAlarm", COMPOSITE],
  check({ props, violated }) {
    const enabled = props.at("actionsEnabled");
    if (enabled.isFalse()) violated(enabled, "true or absent", "muted actions");
  },
  remedy: ({ set }) => set("actionsEnabled", true),
  cases: {
    resource: [
      good("provider's default left", {}),
      good("enabled", { actionsEnabled: true }),
      bad("muted", { actionsEnabled: false }, "actionsEnabled"),
      bad("muted, as text, in a composite", { actionsEnabled: "false" }, "actionsEnabled", { type: COMPOSITE }),
      unknown("not known", { actionsEnabled: UNKNOWN }, "actionsEnabled"),
    ],
  },
};
