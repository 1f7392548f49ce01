import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
const ACCEPTED_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const logGroupRetention: Rule = {
  id: "log-group-retention",
  title: "Logs are kept for a set time that is long enough",
  severity: "medium",
  controls: { securityHub: ["CloudWatch.16"], nist: ["AU-11"] },
  references: { checkov: ["CKV_AWS_66", "CKV_AWS_338"], cdkNag: ["CloudWatchLogGroupRetentionPeriod"] },
  why: "What happened weeks ago cannot be traced after a short time; without a set time logs cost more for ever.",
  fix: "Set retentionInDays of the aws.cloudwatch.LogGroup.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-16",
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  parameters: {
    minimumDays: {
      type: "integer",
      minimum: 1,
      maximum: 3653,
      default: 365,
      description: "Shortest time for which logs are kept, in days.",
    },
  },
  check({ props, params: { minimumDays }, violated }) {
    // AWS sets the time of this class itself.
    if (props.at("logGroupClass").string() === "DELIVERY") return;
    const days = props.at("retentionInDays");
    // The provider's default of 0 means for ever.
    const number = days.number() ?? 0;
    if (number < minimumDays) violated(days, `at least ${minimumDays} days`, number === 0 ? "no limit" : "fewer days");
  },
  remedy({ props, params: { minimumDays }, set }) {
    const days = props.at("retentionInDays");
    // Nothing that a group keeps for ever is deleted by a remedy, unless it is older than AWS lets any limit be.
    const accepted = days.number() ? ACCEPTED_DAYS.find((each) => each >= minimumDays) : ACCEPTED_DAYS.at(-1);
    set(days, accepted);
  },
  cases: {
    resource: [
      good("a year", { retentionInDays: 365 }),
      good("as long as configured, as text", { retentionInDays: "30" }, { params: { minimumDays: 30 } }),
      good("for delivery elsewhere", { logGroupClass: "DELIVERY" }),
      bad("provider's default left", { logGroupClass: "STANDARD" }, "retentionInDays"),
      bad("for ever", { retentionInDays: 0 }, "retentionInDays"),
      bad("a month", { retentionInDays: 30 }, "retentionInDays"),
      bad("shorter than configured", { retentionInDays: 7 }, "retentionInDays", { params: { minimumDays: 30 } }),
      bad("shorter than configured, where AWS takes no such time", { retentionInDays: 7 }, "retentionInDays", {
        params: { minimumDays: 366 },
      }),
      unknown("not known", { retentionInDays: UNKNOWN }, "retentionInDays"),
    ],
  },
};
