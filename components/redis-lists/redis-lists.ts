import * as iam from "@pulumi/aws/iam";
import * as lambda from "@pulumi/aws/lambda";
import * as pulumi from "@pulumi/pulumi";
import { functionAlarms, MetricAlarms } from "../alarms";
import { policyDocument } from "../iam";
import { LogGroup } from "../log-group";
import { ScheduledCall } from "../schedule-group";
import { outboundGroup } from "../task";
import { functionCode } from "./function-code";
import { listNamespace } from "./list-metric";
import type { RedisListsArgs } from "./redis-lists-args";
import { functionStatements } from "./statements";

/**
 * Measures each minute how many entries wait in lists of Redis, which Celery and RQ use as queues, so that workers can
 * follow them: ElastiCache itself tells nothing of single keys.
 *
 * Creates a function in the VPC with its role, security group and log group, a schedule with its role, and two alarms.
 * The way to the cache is a `Connection` of its own. Costs $0.30 a month for each list's metric, $0.20 for the alarms, and
 * less than $0.10 for 43,800 runs (https://aws.amazon.com/lambda/pricing/).
 *
 * Throws when it is given no list, or one twice.
 */
export class RedisLists extends pulumi.ComponentResource {
  readonly functionName: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: RedisListsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:RedisLists", name, {}, opts);
    if (args.lists.length === 0 || new Set(args.lists).size < args.lists.length) {
      throw new Error(`${name}: lists must name at least one list, and each once`);
    }

    const securityGroup = outboundGroup(name, args.vpcId, this);
    const measure = measuringFunction(name, args, securityGroup.securityGroupId, this);
    eachMinute(name, args, measure, this);
    alarms(name, args, measure.name, this);

    this.functionName = measure.name;
    this.securityGroupId = securityGroup.securityGroupId;
    this.registerOutputs({ functionName: this.functionName, securityGroupId: this.securityGroupId });
  }
}

function measuringFunction(
  name: string,
  args: RedisListsArgs,
  securityGroupId: pulumi.Input<string>,
  parent: pulumi.Resource,
): lambda.Function {
  const { groupName: logGroupName, retentionDays, kmsKeyArn } = args.log;
  const functionName = `${args.namePrefix}-${name}`;
  const log = new LogGroup(name, { logGroupName, retentionDays, kmsKeyArn }, { parent });
  const role = new iam.Role(
    `${name}-function`,
    {
      description: `Measures lists of Redis`,
      // Lambda names no source when it takes a role; only the account itself can give the role to a function.
      assumeRolePolicy: policyDocument({
        Effect: "Allow",
        Principal: { Service: "lambda.amazonaws.com" },
        Action: "sts:AssumeRole",
      }),
    },
    { parent },
  );
  const policy = new iam.RolePolicy(
    `${name}-function-policy`,
    { role: role.name, policy: policyDocument(...functionStatements(functionName, args)) },
    { parent },
  );
  return new lambda.Function(
    name,
    {
      name: functionName,
      description: "Tells CloudWatch how much waits in lists of Redis",
      role: role.arn,
      runtime: lambda.Runtime.NodeJS24dX,
      handler: "index.handler",
      architectures: ["arm64"],
      code: functionCode(),
      memorySize: 128,
      timeout: 15,
      // One at a time: a run that hangs delays the next one, and takes nothing from other functions of the account.
      reservedConcurrentExecutions: 1,
      environment: { variables: variables(args) },
      kmsKeyArn: args.kmsKeyArn,
      vpcConfig: { subnetIds: args.subnetIds, securityGroupIds: [securityGroupId] },
      deadLetterConfig: { targetArn: args.group.deadLetterQueueArn },
      // Plain text: metrics are read from lines that are JSON and nothing else.
      loggingConfig: { logFormat: "Text", logGroup: log.logGroupName },
      tracingConfig: { mode: "PassThrough" },
    },
    { parent, dependsOn: [policy] },
  );
}

function variables({ namePrefix, cache, lists }: RedisListsArgs): { [name: string]: pulumi.Input<string> } {
  return {
    REDIS_HOST: cache.host,
    REDIS_PORT: pulumi.interpolate`${cache.port}`,
    AUTH_SECRET_ARN: cache.auth.secretArn,
    LISTS: JSON.stringify([...lists].sort()),
    NAMESPACE: listNamespace(namePrefix),
  };
}

function eachMinute(name: string, args: RedisListsArgs, { arn }: lambda.Function, parent: pulumi.Resource): void {
  // The next minute measures anew: a call that is late, or failed, is not worth another try.
  new lambda.FunctionEventInvokeConfig(
    `${name}-tries`,
    { functionName: arn, maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
    { parent },
  );
  new ScheduledCall(
    name,
    {
      account: args.account,
      group: args.group,
      description: "Measures lists of Redis",
      expression: "rate(1 minute)",
      target: { arn },
      statements: [{ Sid: "Measure", Effect: "Allow", Action: "lambda:InvokeFunction", Resource: arn }],
      retries: 0,
      maxAgeSeconds: 60,
    },
    { parent },
  );
}

function alarms(name: string, args: RedisListsArgs, functionName: pulumi.Input<string>, parent: pulumi.Resource): void {
  const { topicArn, runbookUrl } = args.alarms;
  const consequence = "workers do not follow the lists of Redis";
  new MetricAlarms(
    name,
    {
      namePrefix: `${args.namePrefix}-${name}`,
      topicArn,
      runbookUrl,
      alarms: functionAlarms({ functionName, consequence, runbook: "redis-lists" }),
    },
    { parent },
  );
}
