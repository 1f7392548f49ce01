export type { BacklogArgs } from "./backlog";
export { fargateService, type ServiceParts, serviceTag } from "./fargate-service";
export { logAlarm, type LogAlarmArgs } from "./log-alarm";
export { requestsMetric, scaleService, type ScalingArgs } from "./scaling";
export type { ClusterReference, RollingDeploymentArgs, ServiceArgs } from "./service-args";
export { serviceProblems } from "./service-problems";
