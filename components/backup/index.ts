export { BackupPlan } from "./backup-plan";
export { type BackupCopy, type BackupPlanArgs } from "./backup-plan-args";
export { COLD_STORAGE_DAYS } from "./backup-schedule";
export { BackupVault, type BackupVaultArgs } from "./backup-vault";
export { LockMode, type VaultLock } from "./vault-lock";
