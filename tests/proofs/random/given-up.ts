import { servicesOf, type StackConfig } from "../../../infra/config";

/**
 * What a stack file may give up, by the mandatory rule that is then broken: in production for a sentence, elsewhere
 * for nothing. Such a stack comes up only with an exemption in its policy configuration, which is as it should be.
 */
const GIVEN_UP: { [rule: string]: (config: StackConfig) => boolean } = {
  // Workers alone leave the load balancer idle: there is no target to watch.
  "alarm-coverage": ({ services }) => Object.keys(servicesOf("web", services)).length === 0,
  "alb-deletion-protection": ({ loadBalancer }) => !loadBalancer.deletionProtection,
  "alb-waf-associated": ({ firewall }) => !firewall,
  "backup-plan-retention": ({ backup }) => (backup?.retentionDays ?? 35) < 35,
  "backup-vault-lock": ({ backup }) => backup?.lock.mode === "none",
  "cf-waf-attached": ({ firewall }) => !firewall,
  "ecs-linux-non-root-user": ({ services }) => Object.values(services).some(({ user }) => /^(root|0+)(:|$)/.test(user)),
  "ecs-min-two-tasks": ({ services }) => Object.values(services).some(({ scaling }) => scaling.min < 2),
  "ecs-readonly-root-fs": ({ services }) => Object.values(services).some((each) => !each.readonlyRootFilesystem),
  "log-group-retention": ({ logs, network }) => logs.retentionDays < 30 || network.flowLogRetentionDays < 30,
  "pulumi-stateful-protected": ({ protect }) => !protect,
  "rds-backup-retention": ({ database }) => (database?.backup.retentionDays ?? 7) < 7,
  "rds-deletion-protection": ({ database }) => !database?.deletionProtection,
  "rds-multi-az": ({ database }) => !database?.multiZone,
  "redis-automatic-failover": ({ cache }) => !cache?.multiZone,
  "redis-backups": ({ cache }) => cache?.snapshotRetentionDays === 0,
  "redis-multi-az": ({ cache }) => !cache?.multiZone,
  "vpc-endpoint-ecr-api": ({ network }) => !network.interfaceEndpoints,
  "vpc-endpoint-ecr-dkr": ({ network }) => !network.interfaceEndpoints,
  "waf-managed-core-rules": ({ firewall }) => firewall?.mode === "count",
  "waf-rate-limit": ({ firewall }) => firewall?.mode === "count" || (firewall?.rateLimit ?? 0) > 10_000,
};

/** Whether the file itself asks for what the rule forbids. */
export const isGivenUp = (rule: string, config: StackConfig): boolean =>
  Object.hasOwn(GIVEN_UP, rule) && (GIVEN_UP[rule]?.(config) ?? false);
