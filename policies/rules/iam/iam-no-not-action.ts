import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import { BUCKET_POLICY } from "../../kernel/tokens";
import { IDENTITY_POLICY, identityPoliciesOf } from "./identity-policies";

const ROLE = "aws:iam/role:Role";
const RESOURCE_POLICY = [
  ...BUCKET_POLICY,
  "aws:backup/vaultPolicy:VaultPolicy",
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
  "aws:ecr/repositoryPolicy:RepositoryPolicy",
  "aws:efs/fileSystemPolicy:FileSystemPolicy",
  "aws:kms/key:Key",
  "aws:kms/keyPolicy:KeyPolicy",
  "aws:secretsmanager/secretPolicy:SecretPolicy",
  "aws:sns/topicPolicy:TopicPolicy",
  "aws:sqs/queuePolicy:QueuePolicy",
];
const document = (elements: object): string => JSON.stringify({ Statement: [{ Effect: "Allow", ...elements }] });

export const iamNoNotAction: Rule = {
  id: "iam-no-not-action",
  title: "No Allow is written as everything but something",
  severity: "medium",
  controls: { nist: ["AC-6"] },
  why: "NotAction, NotResource and NotPrincipal allow all that AWS adds later, and all that the author did not think of.",
  fix: "List what is allowed in Action, Resource and Principal, or write a Deny.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
  types: [...IDENTITY_POLICY, ...RESOURCE_POLICY],
  check({ resource, props, each, violated }) {
    const trust = resource.type === ROLE ? [props.at("assumeRolePolicy")] : [];
    each([...trust, ...identityPoliciesOf(resource)], (policy) =>
      each(statementsOf(policy), ({ effect, at }) => {
        const negated = ["NotAction", "NotResource", "NotPrincipal"].filter((key) => at.at(key).isSet());
        if (effect === "Allow")
          for (const key of negated) violated(policy, `${key.slice(3)} with what is allowed`, key, key);
      }),
    );
  },
  cases: {
    resource: [
      good("named", { policy: document({ Action: "s3:GetObject", Resource: "*" }) }),
      good("everything but something denied", {
        policy: document({ NotAction: "iam:*", NotResource: "x" }).replace("Allow", "Deny"),
      }),
      good("a key without policy", {}, { type: "aws:kms/key:Key" }),
      bad("NotAction", { policy: document({ NotAction: "iam:*", Resource: "*" }) }, "policy", { parts: ["NotAction"] }),
      bad("NotResource", { policy: document({ Action: "s3:*", NotResource: "arn:aws:s3:::logs" }) }, "policy"),
      bad(
        "NotPrincipal in a bucket's policy",
        { policy: document({ NotPrincipal: { AWS: "123456789012" } }) },
        "policy",
        {
          type: "aws:s3/bucketPolicy:BucketPolicy",
        },
      ),
      bad("two of them", { policy: document({ NotAction: "iam:*", NotResource: "x" }) }, ["policy", "policy"]),
      bad(
        "in a trust, as a document",
        { assumeRolePolicy: { Statement: { Effect: "Allow", NotPrincipal: "*" } } },
        "assumeRolePolicy",
        {
          type: ROLE,
        },
      ),
      bad(
        "inline in a role",
        { inlinePolicies: [{ policy: document({ NotAction: "iam:*" }) }] },
        "inlinePolicies[0].policy",
        {
          type: ROLE,
        },
      ),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
      unknown("trust not known", { assumeRolePolicy: UNKNOWN }, "assumeRolePolicy", { type: ROLE }),
    ],
  },
};
