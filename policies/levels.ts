import type { Level } from "./kernel/policies";
import type { Severity } from "./kernel/rule";

export const ENVIRONMENTS = ["production", "staging", "development", "ephemeral"] as const;

/** What a stack is for, as the profile in its stack file says. */
export type Environment = (typeof ENVIRONMENTS)[number];

/** Rules whose level is not that of their severity: in which environments, and why. */
export interface LevelException {
  rules: readonly string[];
  levels: Partial<Record<Environment, Level>>;
  reason: string;
}

/** A parameter that is not left at the rule's default: in which environments, and why. */
export interface ParameterSetting {
  rule: string;
  parameter: string;
  values: Partial<Record<Environment, unknown>>;
  reason: string;
}

/** What a violation does, by the severity of its rule; a rule that has to be asked for is off everywhere. */
export const LEVELS: Readonly<Record<Environment, Record<Severity, Level>>> = {
  production: { critical: "mandatory", high: "mandatory", medium: "mandatory", low: "advisory" },
  staging: { critical: "mandatory", high: "mandatory", medium: "mandatory", low: "advisory" },
  development: { critical: "mandatory", high: "mandatory", medium: "advisory", low: "advisory" },
  ephemeral: { critical: "mandatory", high: "mandatory", medium: "advisory", low: "advisory" },
};

const ADVISORY: LevelException["levels"] = {
  production: "advisory",
  staging: "advisory",
  development: "advisory",
  ephemeral: "advisory",
};

/** Off where nothing is lost without it, so that the notes which remain are read. */
const PRODUCTION_ONLY: LevelException["levels"] = {
  staging: "advisory",
  development: "disabled",
  ephemeral: "disabled",
};

/** Exceptions from {@link LEVELS}; a rule is in one of them at most. */
export const EXCEPTIONS: readonly LevelException[] = [
  {
    rules: ["rds-in-backup-plan"],
    levels: ADVISORY,
    reason:
      "RDS keeps its own daily backups, which another rule demands; a plan of AWS Backup beside them is a choice.",
  },
  {
    rules: ["secret-rotation-enabled"],
    levels: ADVISORY,
    reason: "Keys of other vendors are rotated at the vendor, and an alarm tells of those that nobody replaced.",
  },
  {
    rules: ["tg-health-check-encrypted", "tg-protocol-encrypted"],
    levels: ADVISORY,
    reason: "TLS ends at the load balancer, and behind it nothing but its security group reaches the port.",
  },
  {
    rules: ["vpc-endpoint-ec2-api", "vpc-endpoint-ssm"],
    levels: ADVISORY,
    reason: "Tasks call these services only for sessions in containers, and each endpoint costs by the hour.",
  },
  {
    rules: ["rds-multi-az", "redis-multi-az", "redis-automatic-failover", "ecs-min-two-tasks"],
    levels: PRODUCTION_ONLY,
    reason: "Only production pays twice in order to outlive a zone.",
  },
  {
    rules: ["efs-multi-az", "nat-per-az", "backup-cross-region-copy"],
    levels: { development: "disabled", ephemeral: "disabled" },
    reason: "What can be made again needs no second zone or region.",
  },
  {
    rules: ["rds-deletion-protection", "alb-deletion-protection", "backup-vault-lock"],
    levels: { staging: "advisory", ephemeral: "disabled" },
    reason: "What can be made again may be deleted, and a stack that is thrown away must be deletable.",
  },
  {
    rules: [
      "rds-final-snapshot",
      "rds-backup-retention",
      "s3-no-force-destroy",
      "ecr-no-force-delete",
      "backup-vault-no-force-destroy",
      "secret-recovery-window",
      "pulumi-stateful-protected",
    ],
    levels: { ephemeral: "disabled" },
    reason: "A stack that is thrown away leaves nothing behind that stands in the way of the next one.",
  },
  {
    rules: ["alb-waf-associated", "cf-waf-attached"],
    levels: { staging: "advisory" },
    reason: "A firewall costs by the month, and staging may keep the public out by other means.",
  },
];

export const SETTINGS: readonly ParameterSetting[] = [
  {
    rule: "log-group-retention",
    parameter: "minimumDays",
    values: { production: 30, staging: 30, development: 7, ephemeral: 1 },
    reason: "Operations look back a month at most; the rule's default of a year is for logs that serve as evidence.",
  },
  {
    rule: "backup-plan-retention",
    parameter: "minimumDays",
    values: { staging: 7, development: 7, ephemeral: 1 },
    reason: "What is lost outside production was made there in the last days, and can be made again.",
  },
  {
    rule: "kms-deletion-guard",
    parameter: "minimumDays",
    values: { ephemeral: 7 },
    reason: "The key of a stack that is thrown away protects nothing any more, and 7 days is the shortest wait.",
  },
];
