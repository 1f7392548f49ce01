import * as pulumi from "@pulumi/pulumi";
import { OneOffTask } from "../operations";
import { Connection, type ConnectionPeer } from "../security-group";
import { containerTask, rangeProblem, type Task, type TaskArgs, taskProblems } from "../task";

export interface MigrationArgs extends TaskArgs {
  /** Who is migrated, for messages: the service's name. */
  serviceName: string;
  command: string[];
  clusterArn: pulumi.Input<string>;
  /** Private subnets. */
  subnetIds: pulumi.Input<string>[];
  /** What the task connects to, each under the name that tells it from the others: the database, at least. */
  connections: { [role: string]: { to: ConnectionPeer; port: pulumi.Input<number> } };
  /** What must be done before it, for example the migration of another service in the same database. */
  after?: pulumi.Resource[];
  /** Minutes after which the task is stopped, and the update fails. Default 20. */
  timeoutMinutes?: number;
}

/**
 * A database migration as a gate: a one-off task with a service's new image that must end with exit code 0 before
 * whatever depends on `done` changes. No preview runs it. It runs when image or command change, and again when the last
 * run failed or was interrupted, so that it must bear being repeated, as every migration tool does.
 *
 * Creates a log group, two roles, a task definition, a security group with one rule for each connection, and the run
 * itself. Costs what the task costs for the minutes that it runs: $0.04 per vCPU-hour and $0.0044 per GB-hour in
 * us-east-1 (https://aws.amazon.com/fargate/pricing/).
 *
 * Throws one error that lists every invalid plain value.
 */
export class Migration extends pulumi.ComponentResource {
  readonly logGroupName: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  readonly taskRoleArn: pulumi.Output<string>;
  /** What waits for the migration depends on this. */
  readonly done: pulumi.Resource;

  constructor(name: string, args: MigrationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Migration", name, {}, opts);
    const problems = migrationProblems(args);
    if (problems.length > 0) throw new Error(`${name}: ${problems.join("; ")}`);

    const task = containerTask(name, args, this);
    const connections = connect(name, task, args, this);
    this.done = runOf(name, args, task, connections, this);

    this.logGroupName = task.log.logGroupName;
    this.securityGroupId = task.securityGroup.securityGroupId;
    this.taskRoleArn = task.taskRole.role.arn;
    this.registerOutputs({ logGroupName: this.logGroupName, taskRoleArn: this.taskRoleArn });
  }
}

function migrationProblems(args: MigrationArgs): string[] {
  return [
    ...taskProblems(args),
    ...(args.command.length > 0
      ? []
      : ["command must name what migrates the database, for example alembic upgrade head"]),
    ...rangeProblem("timeoutMinutes", args.timeoutMinutes, 1, 720),
  ];
}

function connect(name: string, task: Task, { connections }: MigrationArgs, parent: pulumi.Resource): Connection[] {
  const from = { label: name, securityGroupId: task.securityGroup.securityGroupId };
  return Object.entries(connections).map(
    ([role, { to, port }]) => new Connection(`${name}-${role}`, { from, to, port }, { parent }),
  );
}

function runOf(
  name: string,
  args: MigrationArgs,
  { definition, securityGroup, log, before }: Task,
  connections: Connection[],
  parent: pulumi.Resource,
): OneOffTask {
  return new OneOffTask(
    name,
    {
      title: `The migration of ${args.serviceName}`,
      region: args.region,
      clusterArn: args.clusterArn,
      taskDefinitionArn: definition.arn,
      family: definition.family,
      containerName: name,
      subnetIds: args.subnetIds,
      securityGroupIds: [securityGroup.securityGroupId],
      logGroupName: log.logGroupName,
      timeoutMinutes: args.timeoutMinutes ?? 20,
      // What else the task is given, such as a variable or a role, changes nothing about the schema.
      triggers: { image: args.image, command: JSON.stringify(args.command) },
    },
    // Without its way to the database it would fail, and there is nobody who tries again.
    { parent, dependsOn: [...before, ...connections, ...(args.after ?? [])] },
  );
}
