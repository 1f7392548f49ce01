import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { reportPublicStatements } from "../../kernel/public-statements";
import type { Rule } from "../../kernel/rule";

const TOPIC = "aws:sns/topic:Topic";
const allow = (principal: unknown, condition?: object): string =>
  JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: principal, Action: "sns:Publish", Resource: "*", Condition: condition }],
  });

export const snsPolicyNotPublic: Rule = {
  id: "sns-policy-not-public",
  title: "Topic policies let nobody in whom they do not name",
  severity: "critical",
  controls: { fsbp: ["SNS.4"], nist: ["AC-3"] },
  references: { checkov: ["CKV_AWS_169", "CKV_AWS_385"] },
  why: "Strangers could read every message by a subscription of their own, or raise false alarms.",
  fix: "Name the account or service in Principal, or add a condition on aws:SourceAccount or aws:SourceArn.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html#sns-4",
  types: ["aws:sns/topicPolicy:TopicPolicy", TOPIC],
  check({ props, each, violated }) {
    reportPublicStatements(props.at("policy"), { each, violated });
  },
  cases: {
    resource: [
      good("CloudWatch of one account", {
        policy: allow(
          { Service: "cloudwatch.amazonaws.com" },
          { StringEquals: { "aws:SourceAccount": "123456789012" } },
        ),
      }),
      good("AWS's default policy", {
        policy: allow({ AWS: "*" }, { StringEquals: { "AWS:SourceOwner": "123456789012" } }),
      }),
      good("a bucket's notifications", {
        policy: allow("*", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::assets" } }),
      }),
      good("a topic without policy", {}, { type: TOPIC }),
      bad("everybody", { policy: allow("*") }, "policy"),
      bad("everybody in a list, inline", { policy: allow({ AWS: ["123456789012", "*"] }) }, "policy", { type: TOPIC }),
      bad("everybody, as a document", { policy: JSON.parse(allow({ AWS: "*" })) }, "policy"),
      bad(
        "a condition that narrows nothing",
        { policy: allow("*", { StringEquals: { "SNS:Protocol": "https" } }) },
        "policy",
      ),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
    ],
  },
};
