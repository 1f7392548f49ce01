import type { BackupPlanArgs } from "./backup-plan-args";

/** What is in cold storage is paid for 90 days (https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html). */
export const COLD_STORAGE_DAYS = 90;

/** Every day at a minute, in EventBridge's form. */
export function dailyAt(time: string): string {
  const [hours, minutes] = time.split(":").map(Number);
  return `cron(${minutes} ${hours} * * ? *)`;
}

/** Throws at the first value that AWS Backup would refuse. */
export function checkPlan(name: string, { time, retentionDays, coldStorageAfterDays, copy }: BackupPlanArgs): void {
  const refuse = (problem: string): never => {
    throw new Error(`BackupPlan ${name}: ${problem}`);
  };
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) refuse(`time must be hh:mm in UTC, such as 02:00, got "${time}"`);
  for (const [argument, days] of [
    ["retentionDays", retentionDays],
    ["copy.retentionDays", copy?.retentionDays ?? retentionDays],
  ] as const) {
    if (!Number.isInteger(days) || days < 1) refuse(`${argument} must be a whole number, 1 or more, got ${days}`);
    if (coldStorageAfterDays !== undefined && days < coldStorageAfterDays + COLD_STORAGE_DAYS)
      refuse(
        `${argument} must be at least ${coldStorageAfterDays + COLD_STORAGE_DAYS}, ${COLD_STORAGE_DAYS} days after coldStorageAfterDays, got ${days}`,
      );
  }
}
