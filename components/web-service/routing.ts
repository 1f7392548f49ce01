import * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";

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

/** Which requests reach a new version before others do. */
export interface TestRouteArgs {
  listenerArn: pulumi.Input<string>;
  /** Place among the listener's rules; on the listener of the route, before all rules that match the same requests. */
  priority: number;
  /** Header that such a request carries. Default: none, for a listener that only testers reach. */
  header?: { name: string; value: string };
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

export interface RoutingArgs {
  vpcId: pulumi.Input<string>;
  port: number;
  health: HealthCheckArgs;
  route: RouteArgs;
  /** Default: no request reaches a new version before others do. */
  testRoute?: TestRouteArgs;
  /** Seconds that a stopping task may finish the requests it has. Default 30. */
  deregistrationDelaySeconds?: number;
}

/** How requests come to the tasks. */
export interface Routing {
  /** The tasks as the load balancer sees them: one group, or the two between which ECS moves requests. */
  targetGroups: [lb.TargetGroup] | [lb.TargetGroup, lb.TargetGroup];
  /** The rule of the route, and that of the test route where there is one. */
  rules: [lb.ListenerRule] | [lb.ListenerRule, lb.ListenerRule];
}

// A target group belongs to one load balancer at a time, so that on the way to another one the old rule goes first:
// https://github.com/hashicorp/terraform-provider-aws/issues/22005
const MOVED = { deleteBeforeReplace: true };

/** The target group of a service with the listener's rule that sends the route's requests there. */
export function routing(name: string, args: RoutingArgs, parent: pulumi.Resource): Routing {
  const targets = targetGroup(name, args, parent);
  const { listenerArn, priority } = args.route;
  const rule = new lb.ListenerRule(
    name,
    {
      listenerArn,
      priority,
      conditions: conditions(args.route),
      actions: [{ type: "forward", targetGroupArn: targets.arn }],
    },
    { parent, ...MOVED },
  );
  return { targetGroups: [targets], rules: [rule] };
}

/** Two target groups, and rules whose weights belong to ECS. */
export function shiftingRouting(name: string, args: RoutingArgs, parent: pulumi.Resource): Routing {
  const { route, testRoute } = args;
  const targetGroups: Routing["targetGroups"] = [
    targetGroup(name, args, parent),
    targetGroup(`${name}-alternate`, args, parent),
  ];
  const weighted = (ruleName: string, place: RouteArgs | TestRouteArgs, header?: TestRouteArgs["header"]) =>
    new lb.ListenerRule(
      ruleName,
      {
        listenerArn: place.listenerArn,
        priority: place.priority,
        conditions: conditions(route, header),
        actions: [{ type: "forward", forward: { targetGroups: weights(targetGroups) } }],
      },
      // Each deployment moves the weights, and the next finds them where the last left them. Only the whole of the
      // actions can be ignored reliably: https://github.com/pulumi/pulumi-aws/issues/5798
      { parent, ...MOVED, ignoreChanges: ["actions"] },
    );
  const rule = weighted(name, route);
  if (!testRoute) return { targetGroups, rules: [rule] };
  // Needs the other rule by value, so that both old rules go before one of the new ones comes.
  const listenerArn = pulumi.all([testRoute.listenerArn, rule.arn]).apply(([arn]) => arn);
  return { targetGroups, rules: [rule, weighted(`${name}-test`, { ...testRoute, listenerArn }, testRoute.header)] };
}

/** Where requests go before the first deployment has moved them. */
const weights = (targetGroups: lb.TargetGroup[]) =>
  targetGroups.map(({ arn }, index) => ({ arn, weight: index === 0 ? 100 : 0 }));

const conditions = ({ paths, hosts = [] }: RouteArgs, header?: TestRouteArgs["header"]) => [
  { pathPattern: { values: paths } },
  ...(hosts.length > 0 ? [{ hostHeader: { values: hosts } }] : []),
  ...(header ? [{ httpHeader: { httpHeaderName: header.name, values: [header.value] } }] : []),
];

/** The tasks as the load balancer sees them. Keeps the name that Pulumi generates, which must fit into 32 characters. */
function targetGroup(name: string, args: RoutingArgs, parent: pulumi.Resource): lb.TargetGroup {
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
