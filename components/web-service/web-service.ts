import * as pulumi from "@pulumi/pulumi";
import { MetricAlarms } from "../alarms";
import { fargateService, scaleService } from "../service";
import { containerTask } from "../task";
import { rollbackAlarms } from "./rollback-alarms";
import { listenerRule, targetGroup } from "./routing";
import type { WebServiceArgs } from "./web-service-args";
import { webServiceProblems } from "./web-service-problems";

/**
 * A web service on Fargate behind a load balancer: as many tasks as the load asks for, spread over the zones, without
 * public addresses, root or a writable file system. A deployment whose tasks do not become healthy, or whose users see
 * errors, goes back by itself.
 *
 * Creates a security group that lets out HTTPS only, a log group, two roles, a task definition, a target group with its
 * listener rule, alarms, the service, and its scaling. Whatever else the service reaches, or is reached by, is a
 * `Connection` of its own.
 *
 * Costs what its tasks cost: $29.55 per vCPU and $3.24 per GB a month for x86 in us-east-1, a fifth less for arm64
 * (https://aws.amazon.com/fargate/pricing/), and $0.20 for the alarms.
 *
 * Throws one error that lists every invalid plain value.
 */
export class WebService extends pulumi.ComponentResource {
  readonly serviceName: pulumi.Output<string>;
  readonly serviceArn: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  readonly taskRoleArn: pulumi.Output<string>;
  readonly taskDefinitionArn: pulumi.Output<string>;
  /** `targetgroup/<name>/<id>`: the tasks as the load balancer's metrics name them. */
  readonly targetGroupArnSuffix: pulumi.Output<string>;
  readonly logGroupName: pulumi.Output<string>;

  constructor(name: string, args: WebServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:WebService", name, {}, opts);
    const problems = webServiceProblems(name, args);
    if (problems.length > 0) throw new Error(`${name}: ${problems.join("; ")}`);

    const task = containerTask(name, args, this, args.port);
    const targets = targetGroup(name, args, this);
    const rule = listenerRule(name, args.route, targets, this);
    const alarms = alarmsThatRollBack(name, args, targets.arnSuffix, this);
    const service = fargateService(
      name,
      args,
      {
        definition: task.definition,
        securityGroupId: task.securityGroup.securityGroupId,
        rollbackAlarmNames: alarms.alarmNames,
        // Without its rule the target group has no load balancer.
        before: [rule, ...task.before],
        listening: {
          loadBalancers: [{ targetGroupArn: targets.arn, containerName: name, containerPort: args.port }],
          healthCheckGracePeriodSeconds: args.health.gracePeriodSeconds,
        },
      },
      this,
    );
    scaleService(name, args, service, this, pulumi.interpolate`${args.loadBalancerArnSuffix}/${targets.arnSuffix}`);

    this.serviceName = service.name;
    this.serviceArn = service.arn;
    this.securityGroupId = task.securityGroup.securityGroupId;
    this.taskRoleArn = task.taskRole.role.arn;
    this.taskDefinitionArn = task.definition.arn;
    this.targetGroupArnSuffix = targets.arnSuffix;
    this.logGroupName = task.log.logGroupName;
    this.registerOutputs({
      serviceName: this.serviceName,
      serviceArn: this.serviceArn,
      securityGroupId: this.securityGroupId,
      taskRoleArn: this.taskRoleArn,
      taskDefinitionArn: this.taskDefinitionArn,
      targetGroupArnSuffix: this.targetGroupArnSuffix,
      logGroupName: this.logGroupName,
    });
  }
}

function alarmsThatRollBack(
  name: string,
  { namePrefix, rollbackAlarms: limits, loadBalancerArnSuffix }: WebServiceArgs,
  targetGroupArnSuffix: pulumi.Input<string>,
  parent: pulumi.Resource,
): MetricAlarms {
  const { alarmTopicArn: topicArn, runbookUrl } = limits;
  const alarms = rollbackAlarms(limits, { loadBalancerArnSuffix, targetGroupArnSuffix });
  return new MetricAlarms(name, { namePrefix: `${namePrefix}-${name}`, topicArn, runbookUrl, alarms }, { parent });
}
