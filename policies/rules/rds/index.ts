import type { Rule } from "../../kernel/rule";
import { rdsAutoMinorUpgrade } from "./rds-auto-minor-upgrade";
import { rdsManagedPassword } from "./rds-managed-password";
import { rdsNotInPublicSubnet } from "./rds-not-in-public-subnet";
import { rdsNotPublic } from "./rds-not-public";
import { rdsSnapshotPrivate } from "./rds-snapshot-private";

export const rdsRules: readonly Rule[] = [
  rdsAutoMinorUpgrade,
  rdsManagedPassword,
  rdsNotInPublicSubnet,
  rdsNotPublic,
  rdsSnapshotPrivate,
];
