export type { RollbackAlarmsArgs } from "./rollback-alarms";
export type { HealthCheckArgs, RouteArgs } from "./routing";
export { WebService } from "./web-service";
export type { WebServiceArgs } from "./web-service-args";
