import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { reportPublicStatements } from "../../kernel/public-statements";
import type { Rule } from "../../kernel/rule";

const allow = (principal: unknown, condition?: object): object => ({
  Effect: "Allow",
  Principal: principal,
  Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
  Condition: condition,
});
const policy = (...statements: object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });

export const ecrPolicyNotPublic: Rule = {
  id: "ecr-policy-not-public",
  title: "Repository policies let nobody in whom they do not name",
  severity: "high",
  controls: { nist: ["AC-3"] },
  references: { checkov: ["CKV_AWS_32"], cdkNag: ["AwsSolutions-ECR1"] },
  why: "A repository policy that allows everybody gives your images, or the right to replace them, to every AWS account.",
  fix: "Name the accounts or roles in Principal, or add a condition on aws:PrincipalOrgID.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html",
  types: ["aws:ecr/repositoryPolicy:RepositoryPolicy"],
  check({ props, each, violated }) {
    reportPublicStatements(props.at("policy"), { each, violated });
  },
  cases: {
    resource: [
      good("account named", { policy: policy(allow({ AWS: "arn:aws:iam::123456789012:root" })) }),
      good("service", { policy: policy(allow({ Service: "codebuild.amazonaws.com" })) }),
      good("everybody of one organisation", {
        policy: policy(allow("*", { StringEquals: { "aws:PrincipalOrgID": "o-abc" } })),
      }),
      good("everybody denied", { policy: policy({ ...allow("*"), Effect: "Deny" }) }),
      bad("everybody", { policy: policy(allow("*")) }, "policy"),
      bad("everybody among others", { policy: policy(allow({ AWS: ["123456789012", "*"] })) }, "policy"),
      bad(
        "everybody but one",
        { policy: policy({ ...allow(undefined), NotPrincipal: { AWS: "123456789012" } }) },
        "policy",
      ),
      bad("in the second statement", { policy: policy(allow({ AWS: "123456789012" }), allow({ AWS: "*" })) }, "policy"),
      bad("one statement, as a document", { policy: { Statement: allow("*") } }, "policy"),
      bad(
        "a condition that narrows nothing",
        { policy: policy(allow("*", { StringLike: { "aws:PrincipalArn": "*" } })) },
        "policy",
      ),
      bad("no JSON", { policy: "everybody" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
    ],
  },
};
