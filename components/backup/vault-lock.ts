/** Who may take a lock off again. */
export const LockMode = {
  /** Whoever IAM lets. */
  Governance: "governance",
  /** Nobody, once the days of grace are over. */
  Compliance: "compliance",
} as const;
export type LockMode = (typeof LockMode)[keyof typeof LockMode];

export interface VaultLock {
  mode: LockMode;
  /** Days for which each recovery point is kept at least. */
  minRetentionDays: number;
  /** Days for which one may be kept at most. */
  maxRetentionDays: number;
  /** In compliance mode: days, 3 or more, in which the lock can still be taken off. */
  graceDays?: number;
}

export interface LockSettings {
  minRetentionDays: number;
  maxRetentionDays: number;
  changeableForDays?: number;
}

/** Days that AWS Backup knows: a hundred years. */
const MOST_DAYS = 36_500;
const LEAST_GRACE_DAYS = 3;

/**
 * The lock as AWS Backup takes it (https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html): days in
 * which it can be changed make it a lock in compliance mode. Throws when a figure is out of its bounds.
 */
export function lockSettings(name: string, lock: VaultLock): LockSettings {
  const { mode, minRetentionDays, maxRetentionDays, graceDays = LEAST_GRACE_DAYS } = lock;
  const refuse = (argument: string, accepted: string, got: number): never => {
    throw new Error(`BackupVault ${name}: lock.${argument} must be ${accepted}, got ${got}`);
  };

  if (!isDays(minRetentionDays, 1))
    refuse("minRetentionDays", `a whole number from 1 to ${MOST_DAYS}`, minRetentionDays);
  if (!isDays(maxRetentionDays, minRetentionDays))
    refuse("maxRetentionDays", `a whole number from ${minRetentionDays} to ${MOST_DAYS}`, maxRetentionDays);
  if (mode === LockMode.Governance) return { minRetentionDays, maxRetentionDays };
  if (!isDays(graceDays, LEAST_GRACE_DAYS))
    refuse("graceDays", `a whole number from ${LEAST_GRACE_DAYS} to ${MOST_DAYS}`, graceDays);
  return { minRetentionDays, maxRetentionDays, changeableForDays: graceDays };
}

function isDays(days: number, least: number): boolean {
  return Number.isInteger(days) && days >= least && days <= MOST_DAYS;
}
