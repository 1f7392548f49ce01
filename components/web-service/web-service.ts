import * as pulumi from "@pulumi/pulumi";
import { MetricAlarms } from "../alarms";
import { fargateService, requestsMetric, scaleService, type ServiceParts } from "../service";
import { containerTask } from "../task";
import { isShifting } from "./deployment-args";
import { rollbackAlarms } from "./rollback-alarms";
import { type Routing, routing, shiftingRouting } from "./routing";
import { trafficRole } from "./traffic-role";
import { shiftMinutes, trafficShift } from "./traffic-shift";
import type { WebServiceArgs } from "./web-service-args";
import { webServiceProblems } from "./web-service-problems";

/**
 * A web service on Fargate behind a load balancer: as many tasks as the load asks for, spread over the zones, without
 * public addresses, root or a writable file system. A deployment whose tasks do not become healthy, or whose users see
 * errors, goes back by itself, and then the update fails.
 *
 * Creates a security group that lets out HTTPS only, a log group, two roles, a task definition, a target group with its
 * listener rule, alarms, the service with a check of its deployment, and its scaling; where requests move between two
 * sets of tasks, a second target group with alarms and a role for ECS, too. Whatever else the service reaches, or is
 * reached by, is a `Connection` of its own.
 *
 * Costs what its tasks cost: $29.55 per vCPU and $3.24 per GB a month for x86 in us-east-1, a fifth less for arm64
 * (https://aws.amazon.com/fargate/pricing/), and $0.20 for the alarms, twice that where requests move.
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
  /** The second set of tasks, where requests move between two. */
  readonly alternateTargetGroupArnSuffix: pulumi.Output<string> | undefined;
  readonly logGroupName: pulumi.Output<string>;

  constructor(name: string, args: WebServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:WebService", name, {}, opts);
    const problems = webServiceProblems(name, args);
    if (problems.length > 0) throw new Error(`${name}: ${problems.join("; ")}`);

    const task = containerTask(name, args, this, args.port);
    const routes = (isShifting(args.deployment) ? shiftingRouting : routing)(name, args, this);
    const [targets, alternate] = routes.targetGroups;
    const alarms = alarmsThatRollBack(name, args, routes, this);
    const { listening, before } = listeningOf(name, args, routes, this);
    const service = fargateService(
      name,
      args,
      {
        definition: task.definition,
        securityGroupId: task.securityGroup.securityGroupId,
        rollbackAlarmNames: alarms.alarmNames,
        // Without its rule the target group has no load balancer.
        before: [...routes.rules, ...before, ...task.before],
        listening,
        shiftMinutes: shiftMinutes(args.deployment ?? {}),
      },
      this,
    );
    const suffixes = routes.targetGroups.map(({ arnSuffix }) => arnSuffix);
    scaleService(name, args, service, this, requestsMetric(args.loadBalancerArnSuffix, suffixes));

    this.serviceName = service.name;
    this.serviceArn = service.arn;
    this.securityGroupId = task.securityGroup.securityGroupId;
    this.taskRoleArn = task.taskRole.role.arn;
    this.taskDefinitionArn = task.definition.arn;
    this.targetGroupArnSuffix = targets.arnSuffix;
    this.alternateTargetGroupArnSuffix = alternate?.arnSuffix;
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

/** How ECS registers tasks and, where requests move, what it moves them by. */
function listeningOf(
  name: string,
  { port, health, deployment = {} }: WebServiceArgs,
  routes: Routing,
  parent: pulumi.Resource,
): { listening: ServiceParts["listening"]; before: pulumi.Resource[] } {
  const [targets, alternate] = routes.targetGroups;
  const [rule, testRule] = routes.rules;
  const traffic = alternate && trafficRole(name, routes, parent);
  const advancedConfiguration = traffic && {
    alternateTargetGroupArn: alternate.arn,
    productionListenerRule: rule.arn,
    testListenerRule: testRule?.arn,
    roleArn: traffic.role.arn,
  };
  return {
    listening: {
      loadBalancers: [
        {
          targetGroupArn: targets.arn,
          containerName: name,
          containerPort: port,
          ...(advancedConfiguration && { advancedConfiguration }),
        },
      ],
      healthCheckGracePeriodSeconds: health.gracePeriodSeconds,
      deploymentConfiguration: trafficShift(deployment),
    },
    before: traffic ? [traffic.policy] : [],
  };
}

/** Two for each set of tasks: the version that comes may be in either. */
function alarmsThatRollBack(
  name: string,
  { namePrefix, rollbackAlarms: limits, loadBalancerArnSuffix }: WebServiceArgs,
  { targetGroups }: Routing,
  parent: pulumi.Resource,
): MetricAlarms {
  const { alarmTopicArn: topicArn, runbookUrl } = limits;
  const alarms = targetGroups.flatMap(({ arnSuffix: targetGroupArnSuffix }, index) =>
    rollbackAlarms(limits, { loadBalancerArnSuffix, targetGroupArnSuffix }).map((alarm) => ({
      ...alarm,
      name: index === 0 ? alarm.name : `${alarm.name}-alternate`,
    })),
  );
  return new MetricAlarms(name, { namePrefix: `${namePrefix}-${name}`, topicArn, runbookUrl, alarms }, { parent });
}
