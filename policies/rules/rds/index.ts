import type { Rule } from "../../kernel/rule";
import { rdsAutoMinorUpgrade } from "./rds-auto-minor-upgrade";
import { rdsBackupRetention } from "./rds-backup-retention";
import { rdsCaCertModern } from "./rds-ca-cert-modern";
import { rdsCopyTagsToSnapshot } from "./rds-copy-tags-to-snapshot";
import { rdsCustomAdminName } from "./rds-custom-admin-name";
import { rdsDeletionProtection } from "./rds-deletion-protection";
import { rdsEngineSupported } from "./rds-engine-supported";
import { rdsEnhancedMonitoring } from "./rds-enhanced-monitoring";
import { rdsEventSubscriptions } from "./rds-event-subscriptions";
import { rdsFinalSnapshot } from "./rds-final-snapshot";
import { rdsForceTls } from "./rds-force-tls";
import { rdsIamAuth } from "./rds-iam-auth";
import { rdsInBackupPlan } from "./rds-in-backup-plan";
import { rdsLogExports } from "./rds-log-exports";
import { rdsManagedPassword } from "./rds-managed-password";
import { rdsMultiAz } from "./rds-multi-az";
import { rdsNonDefaultPort } from "./rds-non-default-port";
import { rdsNotInPublicSubnet } from "./rds-not-in-public-subnet";
import { rdsNotPublic } from "./rds-not-public";
import { rdsOtherEngines } from "./rds-other-engines";
import { rdsPerformanceInsights } from "./rds-performance-insights";
import { rdsProxyTls } from "./rds-proxy-tls";
import { rdsQueryLogging } from "./rds-query-logging";
import { rdsSnapshotEncrypted } from "./rds-snapshot-encrypted";
import { rdsSnapshotPrivate } from "./rds-snapshot-private";
import { rdsStorageCmk } from "./rds-storage-cmk";
import { rdsStorageEncrypted } from "./rds-storage-encrypted";

export const rdsRules: readonly Rule[] = [
  rdsAutoMinorUpgrade,
  rdsBackupRetention,
  rdsCaCertModern,
  rdsCopyTagsToSnapshot,
  rdsCustomAdminName,
  rdsDeletionProtection,
  rdsEngineSupported,
  rdsEnhancedMonitoring,
  rdsEventSubscriptions,
  rdsFinalSnapshot,
  rdsForceTls,
  rdsIamAuth,
  rdsInBackupPlan,
  rdsLogExports,
  rdsManagedPassword,
  rdsMultiAz,
  rdsNonDefaultPort,
  rdsNotInPublicSubnet,
  rdsNotPublic,
  rdsOtherEngines,
  rdsPerformanceInsights,
  rdsProxyTls,
  rdsQueryLogging,
  rdsSnapshotEncrypted,
  rdsSnapshotPrivate,
  rdsStorageCmk,
  rdsStorageEncrypted,
];
