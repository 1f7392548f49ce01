import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { coversAction, type Statement, statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import { allowsEverything, IDENTITY_POLICY, identityPoliciesOf } from "./identity-policies";
import { isWide } from "./wide-resources";

const DECRYPTING = ["kms:Decrypt", "kms:ReEncryptFrom"];
const KEY = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd";

const allow = (action: unknown, resource: unknown, condition?: object): string =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Action: action, Resource: resource, Condition: condition }] });

export const iamNoDecryptOnAllKeys: Rule = {
  id: "iam-no-decrypt-on-all-keys",
  title: "No policy allows decryption with every key",
  severity: "medium",
  controls: { fsbp: ["KMS.1", "KMS.2"], nist: ["AC-6", "AC-3"] },
  references: { cdkNag: ["AwsSolutions-IAM5"] },
  why: "Encryption keeps a workload from the others' data only as long as it cannot use their keys.",
  fix: "List in Resource the ARNs of the aws.kms.Key resources that are needed.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-1",
  types: IDENTITY_POLICY,
  check({ resource, each, violated }) {
    each(identityPoliciesOf(resource), (document) =>
      each(statementsOf(document), (statement) => {
        if (!isWideAllow(statement)) return;
        const [action] = DECRYPTING.filter((each) => coversAction(statement, each));
        if (action) violated(document, "ARNs of keys in Resource", `${action} on every key`, statement.sid);
      }),
    );
  },
  cases: {
    resource: [
      good("one key", { policy: allow("kms:Decrypt", KEY) }),
      good("every key with one alias", {
        policy: allow("kms:Decrypt", "*", { StringEquals: { "kms:ResourceAliases": "alias/shop" } }),
      }),
      good("other actions on every key", { policy: allow(["kms:DescribeKey", "kms:Encrypt"], "*") }),
      good("denied", { policy: allow("kms:*", "*").replace("Allow", "Deny") }),
      good("everything, which is another rule's", { policy: allow("*", "*") }),
      good("a role's trust", { assumeRolePolicy: allow("kms:Decrypt", "*") }, { type: "aws:iam/role:Role" }),
      bad("every key", { policy: allow("kms:Decrypt", "*") }, "policy"),
      bad("every key, by ReEncryptFrom", { policy: allow(["kms:ReEncryptFrom"], ["*"]) }, "policy"),
      bad("every key of an account, by a wildcard", { policy: allow("kms:*", KEY.replace(/[^/]+$/, "*")) }, "policy"),
      bad("every key of every account", { policy: allow("kms:De*", "arn:aws:kms:*") }, "policy", {
        type: "aws:iam/groupPolicy:GroupPolicy",
      }),
      bad("every key but one", { policy: allow("kms:Decrypt", KEY).replace("Resource", "NotResource") }, "policy"),
      bad(
        "every key but those with one alias",
        {
          policy: allow("kms:Decrypt", "*", { StringNotEquals: { "kms:ResourceAliases": "alias/shop" } }),
        },
        "policy",
      ),
      bad(
        "every key through one service",
        {
          policy: allow("kms:Decrypt", "*", { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } }),
        },
        "policy",
      ),
      bad(
        "inline in a role, as a document",
        { inlinePolicies: [{ policy: JSON.parse(allow("kms:Decrypt", "*")) }] },
        "inlinePolicies[0].policy",
        {
          type: "aws:iam/role:Role",
        },
      ),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
    ],
  },
};

function isWideAllow(statement: Statement): boolean {
  return statement.effect === "Allow" && !allowsEverything(statement) && isWide(statement);
}
