import type { Rule } from "../../kernel/rule";
import { alarmActionsEnabled } from "./alarm-actions-enabled";
import { alarmCoverage } from "./alarm-coverage";
import { alarmHasActions } from "./alarm-has-actions";
import { cisMetricFilterAlarms } from "./cis-metric-filter-alarms";
import { logGroupDeletionGuard } from "./log-group-deletion-guard";
import { logGroupKms } from "./log-group-kms";
import { logGroupNoOrphans } from "./log-group-no-orphans";
import { logGroupRetention } from "./log-group-retention";

export const cloudwatchRules: readonly Rule[] = [
  logGroupRetention,
  logGroupKms,
  logGroupDeletionGuard,
  logGroupNoOrphans,
  alarmHasActions,
  alarmActionsEnabled,
  alarmCoverage,
  cisMetricFilterAlarms,
];
