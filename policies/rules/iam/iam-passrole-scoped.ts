import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { coversAction, type Statement, statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import { IDENTITY_POLICY, identityPoliciesOf } from "./identity-policies";

const ROLE_ARN = "arn:aws:iam::123456789012:role/task";
const toTasks = { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } };
const pass = (resource: unknown, condition: object | undefined = toTasks, action: unknown = "iam:PassRole"): string =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Action: action, Resource: resource, Condition: condition }] });

export const iamPassroleScoped: Rule = {
  id: "iam-passrole-scoped",
  title: "iam:PassRole is allowed for named roles and named services only",
  severity: "high",
  controls: { nist: ["AC-6"] },
  references: { checkov: ["CKV_AWS_286"], cdkNag: ["AwsSolutions-IAM5"] },
  why: "A role that can be passed on can be used with all its rights by whoever starts the service.",
  fix: "List the roles' ARNs in Resource and add StringEquals on iam:PassedToService.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
  types: IDENTITY_POLICY,
  check({ resource, each, violated }) {
    each(identityPoliciesOf(resource), (document) =>
      each(statementsOf(document).filter(passesRoles), (statement) => {
        if (!namesRoles(statement)) violated(document, "ARNs of roles in Resource", "a wildcard", "resource");
        if (!namesService(statement))
          violated(document, "a condition on iam:PassedToService", "none that names a service", "service");
      }),
    );
  },
  cases: {
    resource: [
      good("one role to one service", { policy: pass(ROLE_ARN) }),
      good("two roles to two services", {
        policy: pass([ROLE_ARN, `${ROLE_ARN}-2`], {
          "ForAnyValue:StringLike": { "IAM:passedtoservice": ["ecs-tasks.amazonaws.com", "scheduler.amazonaws.com"] },
        }),
      }),
      good("no PassRole", { policy: pass("*", undefined, ["iam:GetRole", "ecs:*"]) }),
      good("every action, on no role", { policy: pass("arn:aws:s3:::assets/*", undefined, "*") }),
      good("denied", { policy: pass("*").replace("Allow", "Deny") }),
      bad("any role", { policy: pass("*") }, "policy"),
      bad("roles by a wildcard", { policy: pass([ROLE_ARN, "arn:aws:iam::123456789012:role/app-*"]) }, "policy"),
      bad("all roles but one", { policy: pass(ROLE_ARN).replace('"Resource"', '"NotResource"') }, "policy", {
        type: "aws:iam/rolePolicy:RolePolicy",
      }),
      bad("to any service", { policy: pass(ROLE_ARN).replace(/,"Condition".*?\}\}/, "") }, "policy"),
      bad(
        "to any service by a wildcard",
        { policy: pass(ROLE_ARN, { StringLike: { "iam:PassedToService": ["ecs-tasks.amazonaws.com", "*"] } }) },
        "policy",
      ),
      bad(
        "to any service on another condition",
        { policy: pass(ROLE_ARN, { StringEquals: { "aws:RequestedRegion": "eu-west-1" } }) },
        "policy",
      ),
      bad(
        "to any but one service",
        { policy: pass(ROLE_ARN, { StringNotEquals: { "iam:PassedToService": "ec2.amazonaws.com" } }) },
        "policy",
      ),
      bad(
        "by a wildcard action, inline in a role, as a document",
        { inlinePolicies: { policy: JSON.parse(pass("*", toTasks, ["iam:Pass*"])) } },
        "inlinePolicies.policy",
        { type: "aws:iam/role:Role" },
      ),
      bad(
        "to a service out of an empty list",
        { policy: pass(ROLE_ARN, { StringEquals: { "iam:PassedToService": [] } }) },
        "policy",
      ),
      bad("any role beside a bucket", { policy: pass(["arn:aws:s3:::assets", "*"], toTasks, "*") }, "policy"),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
    ],
  },
};

/** Whether an Allow has PassRole and a resource that can be a role. */
function passesRoles(statement: Statement): boolean {
  const isAboutRoles =
    statement.notResources.length > 0 || statement.resources.some((arn) => /^\*|:iam:|^arn:[^:]*\*/.test(arn));
  return statement.effect === "Allow" && coversAction(statement, "iam:PassRole") && isAboutRoles;
}

function namesRoles(statement: Statement): boolean {
  return statement.notResources.length === 0 && !statement.resources.some((arn) => /[*?]/.test(arn));
}

function namesService(statement: Statement): boolean {
  return statement.conditions.some(
    ({ operator, key, values }) =>
      key === "iam:passedtoservice" &&
      /^string(equals|like|equalsignorecase)$/.test(operator) &&
      values.length > 0 &&
      !values.some((service) => service.startsWith("*")),
  );
}
