import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { reportPublicStatements } from "../../kernel/public-statements";
import type { Rule } from "../../kernel/rule";

const allow = (principal: unknown, condition?: object): string =>
  JSON.stringify({
    Statement: { Effect: "Allow", Principal: principal, Action: "kms:Decrypt", Resource: "*", Condition: condition },
  });

export const kmsPolicyNotPublic: Rule = {
  id: "kms-policy-not-public",
  title: "Key policies let nobody in whom they do not name",
  severity: "critical",
  controls: { fsbp: ["KMS.5"], nist: ["AC-3", "AC-6"] },
  references: { checkov: ["CKV_AWS_33"] },
  why: "A key policy that allows everybody opens all data under the key to every AWS account.",
  fix: "Name the accounts or services in Principal, or add a condition on kms:CallerAccount or aws:SourceAccount.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-5",
  types: ["aws:kms/key:Key", "aws:kms/keyPolicy:KeyPolicy"],
  check({ props, each, violated }) {
    reportPublicStatements(props.at("policy"), { each, violated });
  },
  cases: {
    resource: [
      good("account named", { policy: allow({ AWS: "arn:aws:iam::123456789012:root" }) }),
      good("everybody of one account", {
        policy: allow("*", { StringEquals: { "kms:CallerAccount": "123456789012" } }),
      }),
      good("no policy given", {}),
      bad("everybody", { policy: allow("*") }, "policy"),
      bad("everybody in a list", { policy: allow({ AWS: ["arn:aws:iam::123456789012:root", "*"] }) }, "policy"),
      bad(
        "a condition that narrows nothing",
        { policy: allow("*", { StringLike: { "kms:CallerAccount": "*" } }) },
        "policy",
      ),
      bad("everybody, as a document", { policy: JSON.parse(allow("*")) }, "policy", {
        type: "aws:kms/keyPolicy:KeyPolicy",
      }),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
    ],
  },
};
