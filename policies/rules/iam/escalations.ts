import { type Condition, coversAction, type Statement } from "../../kernel/policy-document";

/** Actions by which an identity can give itself rights that it was not given. */
interface Escalation {
  /** Dangerous where it is not held to named resources. */
  action: string;
  /** What it needs beside, all of these, on whatever resource. */
  with: readonly string[];
}

// Known paths: Rhino Security Labs, "AWS IAM Privilege Escalation - Methods and Mitigation", and Cloudsplaining.
const ESCALATIONS: readonly Escalation[] = [
  ...[
    "iam:AddUserToGroup",
    "iam:AttachGroupPolicy",
    "iam:AttachRolePolicy",
    "iam:AttachUserPolicy",
    "iam:CreateAccessKey",
    "iam:CreateLoginProfile",
    "iam:CreatePolicyVersion",
    "iam:PutGroupPolicy",
    "iam:PutRolePolicy",
    "iam:PutUserPolicy",
    "iam:SetDefaultPolicyVersion",
    "iam:UpdateAssumeRolePolicy",
    "iam:UpdateLoginProfile",
    "lambda:UpdateFunctionCode",
  ].map((action) => ({ action, with: [] })),
  ...[
    ["cloudformation:CreateStack"],
    ["codebuild:CreateProject", "codebuild:StartBuild"],
    ["datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition"],
    ["ec2:RunInstances"],
    ["ecs:RunTask"],
    ["ecs:RegisterTaskDefinition", "ecs:CreateService"],
    ["ecs:RegisterTaskDefinition", "ecs:UpdateService"],
    ["glue:CreateDevEndpoint"],
    ["glue:CreateJob"],
    ["lambda:CreateFunction", "lambda:InvokeFunction"],
    ["lambda:CreateFunction", "lambda:CreateEventSourceMapping"],
    ["sagemaker:CreateNotebookInstance"],
    ["scheduler:CreateSchedule"],
    ["states:CreateStateMachine"],
  ].map((services) => ({ action: "iam:PassRole", with: services })),
];

// With one of these keys IAM itself bounds what the identity can hand out.
const BOUNDING_KEYS = new Set(["iam:permissionsboundary", "iam:policyarn"]);

/** The escalations that these statements of one policy allow, each as its actions joined by ` + `. */
export function escalationsOf(statements: readonly Statement[]): string[] {
  const allows = statements.filter(({ effect }) => effect === "Allow");
  const denied = (action: string): boolean => statements.some((statement) => isFlatDeny(statement, action));
  const granted = (action: string): boolean =>
    !denied(action) && allows.some((statement) => coversAction(statement, action));
  const grantedAnywhere = (action: string): boolean =>
    !denied(action) && allows.some((statement) => coversAction(statement, action) && isUnbounded(statement));
  return ESCALATIONS.filter((path) => grantedAnywhere(path.action) && path.with.every(granted)).map((path) =>
    [path.action, ...path.with].join(" + "),
  );
}

function isFlatDeny(statement: Statement, action: string): boolean {
  const isFlat = statement.resources.includes("*") && statement.conditions.length === 0;
  return statement.effect === "Deny" && isFlat && coversAction(statement, action);
}

/** Whether the resources are all of a kind: `*`, or an ARN whose name is a wildcard from its start. */
function isUnbounded({ resources, notResources, conditions }: Statement): boolean {
  if (conditions.some(isBounding)) return false;
  return notResources.length > 0 || resources.some((resource) => /^\*+$|[:/]\*+$/.test(resource));
}

const isBounding = ({ key, operator, holdsWithoutKey }: Condition): boolean =>
  BOUNDING_KEYS.has(key) && !/not|null/.test(operator) && !holdsWithoutKey;
