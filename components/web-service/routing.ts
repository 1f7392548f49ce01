import * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";

/** Which requests come to the service. */
export interface RouteArgs {
  listenerArn: pulumi.Input<string>;
  /** Place among the listener's rules, 1 to 50000; the lowest that fits wins, and no two may be equal. */
  priority: number;
  /** Path patterns such as `/api/*`. */
  paths: string[];
  /** Host names. Default: any. Together with the paths at most five. */
  hosts?: string[];
  /** Seconds that a client stays with one task, up to a week. Default: not at all. */
  stickinessSeconds?: number;
}

/** When a task counts as able to serve. */
export interface HealthCheckArgs {
  path: string;
  /** Seconds after its start in which a task is not stopped for a failed check. */
  gracePeriodSeconds: number;
  intervalSeconds: number;
  /** Less than the interval. */
  timeoutSeconds: number;
  healthyThreshold: number;
  unhealthyThreshold: number;
  /** `200`, `200,204` or `200-299`. */
  statusCodes: string;
}

export interface TargetGroupArgs {
  vpcId: pulumi.Input<string>;
  port: number;
  health: HealthCheckArgs;
  route: RouteArgs;
  /** Seconds that a stopping task may finish the requests it has. Default 30. */
  deregistrationDelaySeconds?: number;
}

/** The tasks as the load balancer sees them. Keeps the name that Pulumi generates, which must fit into 32 characters. */
export function targetGroup(name: string, args: TargetGroupArgs, parent: pulumi.Resource): lb.TargetGroup {
  const { health } = args;
  const { stickinessSeconds } = args.route;
  return new lb.TargetGroup(
    name,
    {
      vpcId: args.vpcId,
      targetType: "ip",
      // Plain HTTP inside the VPC: the load balancer ends TLS, and only its security group reaches the port.
      protocol: "HTTP",
      port: args.port,
      healthCheck: {
        enabled: true,
        path: health.path,
        protocol: "HTTP",
        port: "traffic-port",
        interval: health.intervalSeconds,
        timeout: health.timeoutSeconds,
        healthyThreshold: health.healthyThreshold,
        unhealthyThreshold: health.unhealthyThreshold,
        matcher: health.statusCodes,
      },
      stickiness: {
        enabled: stickinessSeconds !== undefined,
        type: "lb_cookie",
        ...(stickinessSeconds !== undefined && { cookieDuration: stickinessSeconds }),
      },
      deregistrationDelay: args.deregistrationDelaySeconds ?? 30,
    },
    { parent },
  );
}

/** The listener's rule that sends the route's requests to the tasks. */
export function listenerRule(
  name: string,
  route: RouteArgs,
  targets: lb.TargetGroup,
  parent: pulumi.Resource,
): lb.ListenerRule {
  const { hosts = [] } = route;
  return new lb.ListenerRule(
    name,
    {
      listenerArn: route.listenerArn,
      priority: route.priority,
      conditions: [
        { pathPattern: { values: route.paths } },
        ...(hosts.length > 0 ? [{ hostHeader: { values: hosts } }] : []),
      ],
      actions: [{ type: "forward", targetGroupArn: targets.arn }],
    },
    { parent },
  );
}
