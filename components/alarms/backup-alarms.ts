import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition } from "./alarm-definition";

export interface BackupAlarmsArgs {
  vaultName: pulumi.Input<string>;
  /** Hours without a finished backup that are still borne. Default 30: a day, and time for the job to run. */
  maxHours?: number;
}

/**
 * A vault that receives nothing: a plan that is never run tells of no failure. Hour by hour and not by the day, so that
 * a backup which takes longer than yesterday's is no alarm; an alarm may look back seven days
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html).
 */
export function backupAlarms({ vaultName, maxHours = 30 }: BackupAlarmsArgs): AlarmDefinition[] {
  return [
    {
      name: "overdue",
      description: `No backup has been finished for ${maxHours} hours.`,
      metric: {
        namespace: "AWS/Backup",
        name: "NumberOfBackupJobsCompleted",
        dimensions: { BackupVaultName: vaultName },
        statistic: "Sum",
      },
      comparison: "below",
      threshold: 1,
      periodSeconds: 3600,
      evaluationPeriods: maxHours,
      missingData: "breaching",
      runbook: "backup-overdue",
    },
  ];
}
