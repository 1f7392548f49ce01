import * as pulumi from "@pulumi/pulumi";
import { fargateService, logAlarm, scaleService, serviceProblems } from "../service";
import { containerTask } from "../task";
import { taskProtection } from "./task-protection";
import type { WorkerArgs } from "./worker-args";

/** Fargate waits no longer, and Spot gives no more notice. */
const LONGEST_STOP = 120;

/**
 * A service on Fargate that nobody connects to: it fetches its work from a queue or a list. It has no listener and no
 * ingress. A task that is to go gets two minutes to end its job or to give it back. A deployment whose tasks do not stay
 * up, or whose log fills with errors, goes back by itself.
 *
 * Creates a security group that lets out HTTPS only, a log group with an alarm on errors, two roles, a task definition,
 * the service, and its scaling. Whatever else the worker reaches is a `Connection` of its own.
 *
 * Costs what its tasks cost: $29.55 per vCPU and $3.24 per GB a month for x86 in us-east-1, a fifth less for arm64
 * (https://aws.amazon.com/fargate/pricing/), and $0.40 for the alarm and its metric.
 *
 * Throws one error that lists every invalid plain value.
 */
export class Worker extends pulumi.ComponentResource {
  readonly serviceName: pulumi.Output<string>;
  readonly serviceArn: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  readonly taskRoleArn: pulumi.Output<string>;
  readonly taskDefinitionArn: pulumi.Output<string>;
  readonly logGroupName: pulumi.Output<string>;

  constructor(name: string, args: WorkerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Worker", name, {}, opts);
    const problems = serviceProblems(name, args);
    if (problems.length > 0) throw new Error(`${name}: ${problems.join("; ")}`);

    const task = containerTask(name, taskOf(name, args), this);
    const alarm = logAlarm(name, args, task.log.logGroupName, this);
    const service = fargateService(
      name,
      args,
      {
        definition: task.definition,
        securityGroupId: task.securityGroup.securityGroupId,
        rollbackAlarmNames: alarm.alarmNames,
        before: task.before,
      },
      this,
    );
    scaleService(name, args, service, this);

    this.serviceName = service.name;
    this.serviceArn = service.arn;
    this.securityGroupId = task.securityGroup.securityGroupId;
    this.taskRoleArn = task.taskRole.role.arn;
    this.taskDefinitionArn = task.definition.arn;
    this.logGroupName = task.log.logGroupName;
    this.registerOutputs({
      serviceName: this.serviceName,
      serviceArn: this.serviceArn,
      securityGroupId: this.securityGroupId,
      taskRoleArn: this.taskRoleArn,
      taskDefinitionArn: this.taskDefinitionArn,
      logGroupName: this.logGroupName,
    });
  }
}

function taskOf(name: string, args: WorkerArgs): WorkerArgs {
  return {
    ...args,
    statements: [...args.statements, ...(args.taskProtection ? [taskProtection(name, args)] : [])],
    stopTimeoutSeconds: args.stopTimeoutSeconds ?? LONGEST_STOP,
  };
}
