export type { DeploymentArgs, PauseArgs } from "./deployment-args";
export type { RollbackAlarmsArgs } from "./rollback-alarms";
export type { HealthCheckArgs, RouteArgs, TestRouteArgs } from "./routing";
export { WebService } from "./web-service";
export type { WebServiceArgs } from "./web-service-args";
