import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { type PolicyStatement, policyDocument, servicePrincipalTrust } from "../iam";
import { executionStatements, type ExecutionRoleArgs, type SessionArgs, sessionStatements } from "./role-statements";

export interface TaskRoleArgs {
  account: string;
  region: string;
  statements: PolicyStatement[];
  exec?: SessionArgs;
}

/** A role with all that it may do; what needs the rights waits for `policies`. */
export interface TaskRole {
  role: iam.Role;
  policies: iam.RolePolicy[];
}

/** The role with which ECS starts a task: pulls exactly this image, writes to this log and reads these secrets. */
export function executionRole(name: string, args: ExecutionRoleArgs, parent: pulumi.Resource): TaskRole {
  return taskRoleWith(`${name}-execution`, `Starts tasks of ${name}`, args.account, executionStatements(args), parent);
}

/** The role of the application's own code. */
export function taskRole(name: string, args: TaskRoleArgs, parent: pulumi.Resource): TaskRole {
  const statements = [...args.statements, ...(args.exec ? sessionStatements(args.exec, args) : [])];
  return taskRoleWith(`${name}-task`, `The code of ${name}`, args.account, statements, parent);
}

function taskRoleWith(
  name: string,
  description: string,
  account: string,
  statements: PolicyStatement[],
  parent: pulumi.Resource,
): TaskRole {
  const role = new iam.Role(
    name,
    { description, assumeRolePolicy: servicePrincipalTrust("ecs-tasks.amazonaws.com", account) },
    { parent },
  );
  if (statements.length === 0) return { role, policies: [] };
  const policy = new iam.RolePolicy(
    `${name}-policy`,
    { role: role.name, policy: policyDocument(...statements) },
    { parent },
  );
  return { role, policies: [policy] };
}
