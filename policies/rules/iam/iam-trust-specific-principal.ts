import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { isPublic, type Statement, statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";

const trust = (principal: unknown, condition?: object): string =>
  JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole", Condition: condition }],
  });

export const iamTrustSpecificPrincipal: Rule = {
  id: "iam-trust-specific-principal",
  title: "Roles can be assumed by named principals only",
  severity: "high",
  controls: { nist: ["AC-3", "AC-6"] },
  references: { checkov: ["CKV_AWS_60", "CKV_AWS_61"] },
  why: "A whole account as principal means whoever in it may call AssumeRole; everybody means every AWS customer.",
  fix: "Name the role or service in Principal, or add a condition such as aws:PrincipalArn or sts:ExternalId.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  types: ["aws:iam/role:Role"],
  check({ props, each, violated }) {
    each(statementsOf(props.at("assumeRolePolicy")), (statement) => {
      const path = "assumeRolePolicy";
      if (isPublic(statement)) violated(path, "named principals", "an Allow to everybody", statement.sid);
      else if (isForWholeAccount(statement))
        violated(path, "a principal in the account, or a condition", "a whole account", statement.sid);
    });
  },
  cases: {
    resource: [
      good("service", { assumeRolePolicy: trust({ Service: "ecs-tasks.amazonaws.com" }) }),
      good("role", { assumeRolePolicy: trust({ AWS: "arn:aws:iam::123456789012:role/deploy" }) }),
      good("denied to an account", { assumeRolePolicy: trust({ AWS: "123456789012" }).replace("Allow", "Deny") }),
      good("identity provider", {
        assumeRolePolicy: trust({ Federated: "arn:aws:iam::123456789012:saml-provider/corp" }),
      }),
      good("account with an external id", {
        assumeRolePolicy: trust({ AWS: "210987654321" }, { StringEquals: { "sts:ExternalId": "x" } }),
      }),
      good("everybody of one organisation", {
        assumeRolePolicy: trust("*", { StringEquals: { "aws:PrincipalOrgID": "o-1" } }),
      }),
      bad("everybody", { assumeRolePolicy: trust("*") }, "assumeRolePolicy"),
      bad("every AWS account, in a list", { assumeRolePolicy: trust({ AWS: ["*"] }) }, "assumeRolePolicy"),
      bad(
        "everybody with an external id",
        { assumeRolePolicy: trust({ AWS: "*" }, { StringEquals: { "sts:ExternalId": "x" } }) },
        "assumeRolePolicy",
      ),
      bad(
        "account by its root",
        { assumeRolePolicy: trust({ AWS: "arn:aws:iam::123456789012:root" }) },
        "assumeRolePolicy",
      ),
      bad(
        "account by its id, as a document",
        { assumeRolePolicy: JSON.parse(trust({ Service: "ecs-tasks.amazonaws.com", AWS: "123456789012" })) },
        "assumeRolePolicy",
      ),
      bad("no JSON", { assumeRolePolicy: "{" }, "assumeRolePolicy"),
      unknown("trust not known", { assumeRolePolicy: UNKNOWN }, "assumeRolePolicy"),
    ],
  },
};

function isForWholeAccount({ effect, principals, conditions }: Statement): boolean {
  const isAccount = principals.some(
    ({ kind, id }) => kind === "AWS" && /^\d{12}$|^arn:[^:]+:iam::\d{12}:root$/.test(id),
  );
  return effect === "Allow" && isAccount && conditions.length === 0;
}
