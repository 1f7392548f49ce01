import * as iam from "@pulumi/aws/iam";
import * as sfn from "@pulumi/aws/sfn";
import * as pulumi from "@pulumi/pulumi";
import { MetricAlarms, scheduleAlarms } from "../alarms";
import { policyDocument, servicePrincipalTrust } from "../iam";
import { ScheduledCall } from "../schedule-group";
import { containerTask, type Task } from "../task";
import { runDefinition } from "./run-definition";
import { runStatements } from "./run-statements";
import type { ScheduledTaskArgs } from "./scheduled-task-args";
import { scheduledTaskProblems } from "./scheduled-task-problems";
import { heartbeatHours, scheduleExpression } from "./schedule-expression";

/**
 * A task on Fargate that runs by the clock, in private subnets. EventBridge Scheduler starts a run of Step Functions, which
 * sees to it that no two runs meet, that a failed task is tried again and that one which takes too long is stopped. It
 * tells when a run fails after all its tries, and, where runs are less than a week apart, when none has succeeded in time.
 *
 * Creates a security group that lets out HTTPS only, a log group, two roles and a task definition; a state machine with
 * its role, a schedule with its role, and the alarms. Whatever else the task reaches is a `Connection` of its own.
 *
 * Costs what the task costs while it runs, $0.20 a month for the alarms, and $0.025 for a thousand steps, of which a run
 * has five (https://aws.amazon.com/step-functions/pricing/).
 *
 * Throws one error that lists every invalid plain value.
 */
export class ScheduledTask extends pulumi.ComponentResource {
  readonly securityGroupId: pulumi.Output<string>;
  readonly taskRoleArn: pulumi.Output<string>;
  readonly taskDefinitionArn: pulumi.Output<string>;
  readonly stateMachineArn: pulumi.Output<string>;
  readonly logGroupName: pulumi.Output<string>;

  constructor(name: string, args: ScheduledTaskArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:ScheduledTask", name, {}, opts);
    const problems = scheduledTaskProblems(args);
    if (problems.length > 0) throw new Error(`${name}: ${problems.join("; ")}`);

    const task = containerTask(name, args, this);
    const runs = stateMachine(name, args, task, this);
    schedule(name, args, runs, this);
    alarms(name, args, runs.arn, this);

    this.securityGroupId = task.securityGroup.securityGroupId;
    this.taskRoleArn = task.taskRole.role.arn;
    this.taskDefinitionArn = task.definition.arn;
    this.stateMachineArn = runs.arn;
    this.logGroupName = task.log.logGroupName;
    this.registerOutputs({
      securityGroupId: this.securityGroupId,
      taskRoleArn: this.taskRoleArn,
      taskDefinitionArn: this.taskDefinitionArn,
      stateMachineArn: this.stateMachineArn,
      logGroupName: this.logGroupName,
    });
  }
}

/** The settings of a run, each with its default. */
const runSettings = ({ retries = 1, timeoutMinutes = 60, overlap = false }: ScheduledTaskArgs) => ({
  retries,
  timeoutMinutes,
  overlap,
});

function stateMachine(name: string, args: ScheduledTaskArgs, task: Task, parent: pulumi.Resource): sfn.StateMachine {
  const { account, region, cluster, namePrefix } = args;
  const family = `${namePrefix}-${name}`;
  const role = new iam.Role(
    `${name}-run`,
    { description: `Runs of ${name}`, assumeRolePolicy: servicePrincipalTrust("states.amazonaws.com", account) },
    { parent },
  );
  const statements = runStatements({
    ...runSettings(args),
    account,
    region,
    cluster,
    family,
    stateMachineArn: `arn:aws:states:${region}:${account}:stateMachine:${family}`,
    roleArns: [task.executionRole.role.arn, task.taskRole.role.arn],
  });
  const policy = new iam.RolePolicy(
    `${name}-run-policy`,
    { role: role.name, policy: policyDocument(...statements) },
    { parent },
  );
  const definition = runDefinition({
    ...runSettings(args),
    clusterArn: cluster.arn,
    taskDefinitionArn: task.definition.arn,
    family,
    subnetIds: args.subnetIds,
    securityGroupId: task.securityGroup.securityGroupId,
  });
  return new sfn.StateMachine(
    name,
    { name: family, type: "STANDARD", roleArn: role.arn, definition: pulumi.jsonStringify(definition) },
    // Step Functions tries the role's rights when it takes the definition.
    { parent, dependsOn: [policy, ...task.before] },
  );
}

function schedule(name: string, args: ScheduledTaskArgs, runs: sfn.StateMachine, parent: pulumi.Resource): void {
  const { account, group, times, timeZone, maxDelayMinutes = 60 } = args;
  new ScheduledCall(
    name,
    {
      account,
      group,
      description: `Starts runs of ${name}`,
      expression: scheduleExpression(times),
      timeZone,
      target: { arn: runs.arn },
      statements: [{ Sid: "StartRun", Effect: "Allow", Action: "states:StartExecution", Resource: runs.arn }],
      maxAgeSeconds: maxDelayMinutes * 60,
    },
    { parent },
  );
}

function alarms(
  name: string,
  args: ScheduledTaskArgs,
  stateMachineArn: pulumi.Input<string>,
  parent: pulumi.Resource,
): void {
  const { retries, timeoutMinutes } = runSettings(args);
  // Between two tries lie a minute, then two, then four.
  const waitMinutes = 2 ** retries - 1;
  const longestRun = (retries + 1) * timeoutMinutes + waitMinutes;
  const { topicArn, runbookUrl } = args.alarms;
  new MetricAlarms(
    name,
    {
      namePrefix: `${args.namePrefix}-${name}`,
      topicArn,
      runbookUrl,
      alarms: scheduleAlarms({ stateMachineArn, heartbeatHours: heartbeatHours(args.times, longestRun) }),
    },
    { parent },
  );
}
