import type * as pulumi from "@pulumi/pulumi";
import type { ServiceArgs } from "../service";
import type { RollbackAlarmsArgs } from "./rollback-alarms";
import type { HealthCheckArgs, RouteArgs } from "./routing";

export interface WebServiceArgs extends ServiceArgs {
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
