import type { Rule } from "../../kernel/rule";
import { backupCoversStateful } from "./backup-covers-stateful";
import { backupCrossRegionCopy } from "./backup-cross-region-copy";
import { backupPlanRetention } from "./backup-plan-retention";
import { backupVaultCmk } from "./backup-vault-cmk";
import { backupVaultLock } from "./backup-vault-lock";
import { backupVaultNoForceDestroy } from "./backup-vault-no-force-destroy";
import { backupVaultPolicyDeniesDelete } from "./backup-vault-policy-denies-delete";

export const backupRules: readonly Rule[] = [
  backupVaultCmk,
  backupPlanRetention,
  backupVaultLock,
  backupCrossRegionCopy,
  backupCoversStateful,
  backupVaultPolicyDeniesDelete,
  backupVaultNoForceDestroy,
];
