import * as servicediscovery from "@pulumi/aws/servicediscovery";
import * as pulumi from "@pulumi/pulumi";
import { fargateService, logAlarm, scaleService, serviceProblems } from "../service";
import { containerTask, rangeProblem } from "../task";
import type { InternalServiceArgs } from "./internal-service-args";

/** Seconds that callers remember an address: a task that is gone is forgotten so soon. */
const ADDRESS_TTL_SECONDS = 10;

/**
 * A service on Fargate that has a name in the VPC's own DNS and nowhere else: no load balancer leads to it, and until a
 * `Connection` lets somebody in, nobody may connect. The name gives the addresses of up to eight healthy tasks.
 *
 * Creates a security group that lets out HTTPS only, a log group with an alarm on errors, two roles, a task definition, the
 * name, the service, and its scaling.
 *
 * Costs what its tasks cost: $29.55 per vCPU and $3.24 per GB a month for x86 in us-east-1, a fifth less for arm64
 * (https://aws.amazon.com/fargate/pricing/), and $0.40 for the alarm and its metric.
 *
 * Throws one error that lists every invalid plain value.
 */
export class InternalService extends pulumi.ComponentResource {
  readonly serviceName: pulumi.Output<string>;
  readonly serviceArn: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  readonly taskRoleArn: pulumi.Output<string>;
  readonly taskDefinitionArn: pulumi.Output<string>;
  readonly logGroupName: pulumi.Output<string>;
  /** `http://<name>.<domain>:<port>`: plain HTTP, which only those read whom the security groups let through. */
  readonly url: string;
  readonly port: number;

  constructor(name: string, args: InternalServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:InternalService", name, {}, opts);
    const problems = internalServiceProblems(name, args);
    if (problems.length > 0) throw new Error(`${name}: ${problems.join("; ")}`);

    const task = containerTask(name, args, this, args.port);
    const alarm = logAlarm(name, args, task.log.logGroupName, this);
    const entry = dnsName(name, args, this);
    const service = fargateService(
      name,
      args,
      {
        definition: task.definition,
        securityGroupId: task.securityGroup.securityGroupId,
        rollbackAlarmNames: alarm.alarmNames,
        before: task.before,
        listening: { serviceRegistries: { registryArn: entry.arn } },
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
    this.url = `http://${name}.${args.namespace.domainName}:${args.port}`;
    this.port = args.port;
    this.registerOutputs({
      serviceName: this.serviceName,
      serviceArn: this.serviceArn,
      securityGroupId: this.securityGroupId,
      taskRoleArn: this.taskRoleArn,
      taskDefinitionArn: this.taskDefinitionArn,
      logGroupName: this.logGroupName,
      url: this.url,
      port: this.port,
    });
  }
}

function dnsName(name: string, { namespace }: InternalServiceArgs, parent: pulumi.Resource): servicediscovery.Service {
  return new servicediscovery.Service(
    name,
    {
      name,
      description: `Tasks of ${name}`,
      dnsConfig: {
        namespaceId: namespace.namespaceId,
        dnsRecords: [{ type: "A", ttl: ADDRESS_TTL_SECONDS }],
        // Up to eight addresses at once, of tasks that are well.
        routingPolicy: "MULTIVALUE",
      },
      // ECS says which tasks are well, by the check of their container. The figure is the one that AWS has always; left
      // out, it differs from AWS's answer, and a difference here replaces the name.
      healthCheckCustomConfig: { failureThreshold: 1 },
    },
    { parent },
  );
}

function internalServiceProblems(name: string, args: InternalServiceArgs): string[] {
  return [
    ...serviceProblems(name, args),
    ...rangeProblem("port", args.port, 1, 65535),
    // Nothing wakes a service for the first call.
    ...rangeProblem("scaling.min", args.scaling.min, 1, 5000),
    ...(args.scaling.requestsPerTarget === undefined
      ? []
      : ["scaling.requestsPerTarget must be left out: no load balancer counts the calls"]),
  ];
}
