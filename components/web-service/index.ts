export { fargateSizeProblems } from "./fargate-size";
export type { SecretSource, SessionArgs } from "./role-statements";
export type { RollbackAlarmsArgs } from "./rollback-alarms";
export type { HealthCheckArgs, RouteArgs } from "./routing";
export type { ScalingArgs } from "./scaling";
export type { TaskSize } from "./task-definition";
export { WebService } from "./web-service";
export type { ClusterReference, DeploymentArgs, ServiceLogArgs, WebServiceArgs } from "./web-service-args";
