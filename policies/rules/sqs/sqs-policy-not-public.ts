import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { reportPublicStatements } from "../../kernel/public-statements";
import type { Rule } from "../../kernel/rule";

const QUEUE = "aws:sqs/queue:Queue";
const allow = (principal: unknown, condition?: object): string =>
  JSON.stringify({
    Statement: [
      { Effect: "Allow", Principal: principal, Action: "sqs:SendMessage", Resource: "*", Condition: condition },
    ],
  });

export const sqsPolicyNotPublic: Rule = {
  id: "sqs-policy-not-public",
  title: "Queue policies let nobody in whom they do not name",
  severity: "critical",
  controls: { fsbp: ["SQS.3"], nist: ["AC-3"] },
  references: { checkov: ["CKV_AWS_168"] },
  why: "Strangers could put work into the queue, read what waits in it, or empty it.",
  fix: "Name the account or service in Principal, with a condition on aws:SourceArn for a service.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sqs-controls.html#sqs-3",
  types: ["aws:sqs/queuePolicy:QueuePolicy", QUEUE],
  check({ props, each, violated }) {
    reportPublicStatements(props.at("policy"), { each, violated });
  },
  cases: {
    resource: [
      good("a topic's messages", {
        policy: allow(
          { Service: "sns.amazonaws.com" },
          { ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-west-1:123456789012:orders" } },
        ),
      }),
      good("one account", { policy: allow({ AWS: "arn:aws:iam::123456789012:root" }) }),
      good("a bucket's notifications", {
        policy: allow("*", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::assets" } }),
      }),
      good("a Deny for everybody", {
        policy: JSON.stringify({ Statement: [{ Effect: "Deny", Principal: "*", Action: "sqs:*", Resource: "*" }] }),
      }),
      good("a queue without policy", {}, { type: QUEUE }),
      bad("everybody", { policy: allow("*") }, "policy"),
      bad("everybody in a list, inline", { policy: allow({ AWS: ["123456789012", "*"] }) }, "policy", { type: QUEUE }),
      bad("everybody, as a document", { policy: JSON.parse(allow({ AWS: "*" })) }, "policy"),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
    ],
  },
};
