import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import { MetricAlarms } from "../alarms";
import { LogGroup } from "../log-group";
import { SecurityGroup } from "../security-group";
import { executionRole, taskRole, type TaskRole } from "./roles";
import { rollbackAlarms } from "./rollback-alarms";
import { listenerRule, targetGroup } from "./routing";
import { scaleService } from "./scaling";
import { fargateService } from "./service";
import { taskDefinition, type TaskDefinitionArgs } from "./task-definition";
import type { ServiceLogArgs, WebServiceArgs } from "./web-service-args";
import { checkWebService } from "./web-service-checks";

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
    checkWebService(name, args);
    const family = `${args.namePrefix}-${name}`;

    const securityGroup = outboundHttps(name, args.vpcId, this);
    const log = serviceLog(name, args.log, this);
    const execution = executionRole(name, { ...args, logGroupName: args.log.groupName }, this);
    const task = taskRole(name, args, this);
    const definition = taskDefinition(name, taskOf(name, family, args, { execution, task }), this);
    const targets = targetGroup(name, args, this);
    const rule = listenerRule(name, args.route, targets, this);
    const alarms = alarmsThatRollBack(name, family, args, targets.arnSuffix, this);
    const service = fargateService(
      name,
      args,
      {
        definition,
        targets,
        securityGroupId: securityGroup.securityGroupId,
        rollbackAlarmNames: alarms.alarmNames,
        // Without its rule the target group has no load balancer; without rights and log no task can start.
        before: [rule, log, ...execution.policies, ...task.policies],
      },
      this,
    );
    scaleService(name, args, service, targets, this);

    this.serviceName = service.name;
    this.serviceArn = service.arn;
    this.securityGroupId = securityGroup.securityGroupId;
    this.taskRoleArn = task.role.arn;
    this.taskDefinitionArn = definition.arn;
    this.targetGroupArnSuffix = targets.arnSuffix;
    this.logGroupName = log.logGroupName;
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

/** Everything that the service calls outside the VPC speaks HTTPS; inside it, each edge is a `Connection`. */
function outboundHttps(name: string, vpcId: pulumi.Input<string>, parent: pulumi.Resource): SecurityGroup {
  const group = new SecurityGroup(name, { vpcId, description: `Tasks of ${name}` }, { parent });
  new vpc.SecurityGroupEgressRule(
    `${name}-egress-https`,
    {
      securityGroupId: group.securityGroupId,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
      description: `${name} to AWS and others by HTTPS`,
    },
    { parent },
  );
  return group;
}

function serviceLog(name: string, log: ServiceLogArgs, parent: pulumi.Resource): LogGroup {
  const { groupName: logGroupName, retentionDays, kmsKeyArn } = log;
  return new LogGroup(name, { logGroupName, retentionDays, kmsKeyArn }, { parent });
}

function taskOf(
  name: string,
  family: string,
  args: WebServiceArgs,
  roles: { execution: TaskRole; task: TaskRole },
): TaskDefinitionArgs {
  const { region, size, architecture, image, command, port, environment, secrets } = args;
  const container = {
    name,
    image,
    command,
    port,
    environment,
    secrets,
    user: args.user ?? "1000:1000",
    readonlyRootFilesystem: args.readonlyRootFilesystem ?? true,
    writablePaths: args.writablePaths ?? ["/tmp"],
    stopTimeoutSeconds: args.stopTimeoutSeconds ?? 30,
    logGroupName: args.log.groupName,
    region,
  };
  return { family, size, architecture, ...roles, container, exec: args.exec !== undefined };
}

function alarmsThatRollBack(
  name: string,
  namePrefix: string,
  { rollbackAlarms: limits, loadBalancerArnSuffix }: WebServiceArgs,
  targetGroupArnSuffix: pulumi.Input<string>,
  parent: pulumi.Resource,
): MetricAlarms {
  const { alarmTopicArn: topicArn, runbookUrl } = limits;
  const alarms = rollbackAlarms(limits, { loadBalancerArnSuffix, targetGroupArnSuffix });
  return new MetricAlarms(name, { namePrefix, topicArn, runbookUrl, alarms }, { parent });
}
