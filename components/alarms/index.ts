export type {
  AlarmDefinition,
  AlarmMetric,
  AlarmStatistic,
  MetricExpression,
  MetricStatistic,
} from "./alarm-definition";
export { bucketReplicationAlarms, type BucketReplicationAlarmsArgs } from "./bucket-replication-alarms";
export { cacheAlarms, type CacheAlarmsArgs } from "./cache-alarms";
export { cdnAlarms, type CdnAlarmsArgs } from "./cdn-alarms";
export { databaseAlarms, type DatabaseAlarmsArgs } from "./database-alarms";
export { databaseMemoryGib } from "./database-memory";
export { deadLetterAlarms, type DeadLetterAlarmsArgs } from "./dead-letter-alarms";
export { firewallAlarms, type FirewallAlarmsArgs } from "./firewall-alarms";
export { functionAlarms, type FunctionAlarmsArgs } from "./function-alarms";
export { loadBalancerAlarms, type LoadBalancerAlarmsArgs } from "./load-balancer-alarms";
export { LogErrorAlarm, type LogErrorAlarmArgs } from "./log-error-alarm";
export { MetricAlarms, type MetricAlarmsArgs } from "./metric-alarms";
export { metricQueries } from "./metric-queries";
export { queueAlarms, type QueueAlarmsArgs } from "./queue-alarms";
export { scheduleAlarms, type ScheduleAlarmsArgs } from "./schedule-alarms";
export { serviceAlarms, type ServiceAlarmsArgs } from "./service-alarms";
