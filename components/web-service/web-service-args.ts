import type * as pulumi from "@pulumi/pulumi";
import type { ServiceArgs } from "../service";
import type { DeploymentArgs } from "./deployment-args";
import type { RollbackAlarmsArgs } from "./rollback-alarms";
import type { HealthCheckArgs, RouteArgs, TestRouteArgs } from "./routing";

export interface WebServiceArgs extends ServiceArgs {
  /** Default: a rolling deployment, in which every task is replaced by a new one before it stops. */
  deployment?: DeploymentArgs;
  /** Which requests reach a new version first, where requests move between two sets of tasks. Default: none. */
  testRoute?: TestRouteArgs;
  /** Port that the container listens on. */
  port: number;
  route: RouteArgs;
  /** `app/<name>/<id>` of the load balancer that the listener belongs to. */
  loadBalancerArnSuffix: pulumi.Input<string>;
  health: HealthCheckArgs;
  rollbackAlarms: RollbackAlarmsArgs;
  /** Seconds that a stopping task may finish the requests it has. Default 30. */
  deregistrationDelaySeconds?: number;
}
