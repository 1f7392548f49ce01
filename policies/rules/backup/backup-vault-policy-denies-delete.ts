import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { coversAction, isPublic, type Statement, statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";

const GUARDED = ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"];
const statement = (elements: object = {}): object => ({
  Effect: "Deny",
  Principal: "*",
  Action: GUARDED,
  Resource: "*",
  ...elements,
});
const policy = (...Statement: object[]) => ({ policy: JSON.stringify({ Statement }) });

export const backupVaultPolicyDeniesDelete: Rule = {
  id: "backup-vault-policy-denies-delete",
  title: "Policies of backup vaults deny that recovery points are deleted or cut short",
  severity: "low",
  controls: { nist: ["AU-9", "CP-9"] },
  why: "A role that may delete backups is all that somebody needs to make a loss final.",
  fix: "Deny backup:DeleteRecoveryPoint and backup:UpdateRecoveryPointLifecycle to * in the aws.backup.VaultPolicy.",
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html",
  types: ["aws:backup/vaultPolicy:VaultPolicy"],
  check({ props, each, violated }) {
    const document = props.at("policy");
    const statements = statementsOf(document);
    each(GUARDED, (action) => {
      if (!statements.some((each) => denies(each, action))) violated(document, `a Deny of ${action}`, "none", action);
    });
    if (statements.some(isPublic)) violated(document, "named principals", "an Allow to everybody", "public");
  },
  cases: {
    resource: [
      good("both denied", policy(statement())),
      good(
        "both denied but for one role",
        policy(
          statement({
            Condition: { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/break-glass" } },
          }),
        ),
      ),
      good("both denied in a list of principals, as a document", {
        policy: { Statement: statement({ Principal: { AWS: ["*"] } }) },
      }),
      good(
        "copies from one organisation",
        policy(
          statement(),
          statement({
            Effect: "Allow",
            Action: "backup:CopyIntoBackupVault",
            Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
          }),
        ),
      ),
      bad("deletion not denied", policy(statement({ Action: GUARDED[1] })), "policy", {
        parts: ["backup:DeleteRecoveryPoint"],
      }),
      bad("shorter life not denied", policy(statement({ Action: GUARDED[0] })), "policy", {
        parts: ["backup:UpdateRecoveryPointLifecycle"],
      }),
      bad("denied to some", policy(statement({ Principal: { AWS: "123456789012" } })), ["policy", "policy"]),
      bad("both allowed to everybody", policy(statement({ Effect: "Allow" })), ["policy", "policy", "policy"]),
      bad(
        "allowed to everybody",
        policy(statement(), statement({ Effect: "Allow", Action: "backup:CopyIntoBackupVault" })),
        "policy",
        { parts: ["public"] },
      ),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
    ],
  },
};

function denies(statement: Statement, action: string): boolean {
  const isForAll = statement.principals.some(({ id }) => id === "*");
  return statement.effect === "Deny" && isForAll && coversAction(statement, action);
}
