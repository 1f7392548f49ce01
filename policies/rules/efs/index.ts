import type { Rule } from "../../kernel/rule";
import { efsAccessPointRootDir } from "./efs-access-point-root-dir";
import { efsAccessPointUser } from "./efs-access-point-user";
import { efsAutomaticBackups } from "./efs-automatic-backups";
import { efsEncrypted } from "./efs-encrypted";
import { efsInBackupPlan } from "./efs-in-backup-plan";
import { efsMountTargetPrivate } from "./efs-mount-target-private";
import { efsMultiAz } from "./efs-multi-az";
import { efsPolicyTlsNoAnonymous } from "./efs-policy-tls-no-anonymous";

export const efsRules: readonly Rule[] = [
  efsEncrypted,
  efsInBackupPlan,
  efsAutomaticBackups,
  efsAccessPointRootDir,
  efsAccessPointUser,
  efsMountTargetPrivate,
  efsPolicyTlsNoAnonymous,
  efsMultiAz,
];
