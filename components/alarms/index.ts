export type {
  AlarmDefinition,
  AlarmMetric,
  AlarmStatistic,
  MetricExpression,
  MetricStatistic,
} from "./alarm-definition";
export { backupAlarms, type BackupAlarmsArgs } from "./backup-alarms";
export { bucketReplicationAlarms, type BucketReplicationAlarmsArgs } from "./bucket-replication-alarms";
export { cacheAlarms, type CacheAlarmsArgs } from "./cache-alarms";
export { canaryAlarms, type CanaryAlarmsArgs } from "./canary-alarms";
export { cdnAlarms, type CdnAlarmsArgs } from "./cdn-alarms";
export { certificateAlarms, type CertificateAlarmsArgs } from "./certificate-alarms";
export { CompositeAlarm, type CompositeAlarmArgs } from "./composite-alarm";
export { databaseAlarms, type DatabaseAlarmsArgs } from "./database-alarms";
export { databaseMemoryGib } from "./database-memory";
export { databaseProxyAlarms, type DatabaseProxyAlarmsArgs } from "./database-proxy-alarms";
export { dnsAlarms, type DnsAlarmsArgs } from "./dns-alarms";
export { fileSystemAlarms, type FileSystemAlarmsArgs } from "./file-system-alarms";
export { deadLetterAlarms, type DeadLetterAlarmsArgs } from "./dead-letter-alarms";
export { firewallAlarms, type FirewallAlarmsArgs } from "./firewall-alarms";
export { functionAlarms, type FunctionAlarmsArgs } from "./function-alarms";
export { loadBalancerAlarms, type LoadBalancerAlarmsArgs } from "./load-balancer-alarms";
export { errorLines, LogErrorAlarm, type LogErrorAlarmArgs } from "./log-error-alarm";
export { mailAlarms, type MailAlarmsArgs } from "./mail-alarms";
export { MetricAlarms, type MetricAlarmsArgs } from "./metric-alarms";
export { metricQueries } from "./metric-queries";
export { modelAlarms, type ModelAlarmsArgs } from "./model-alarms";
export { queueAlarms, type QueueAlarmsArgs } from "./queue-alarms";
export { replicaAlarms, type ReplicaAlarmsArgs } from "./replica-alarms";
export { scheduleAlarms, type ScheduleAlarmsArgs } from "./schedule-alarms";
export { secretAlarms, type SecretAlarmsArgs } from "./secret-alarms";
export { pagerDutyAlarms, type PagerDutyAlarmsArgs } from "./pager-duty-alarms";
export { serviceAlarms, type ServiceAlarmsArgs } from "./service-alarms";
export { UpstreamErrorAlarm, type UpstreamErrorAlarmArgs } from "./upstream-error-alarm";
