import { BackupPlan, BackupVault } from "@platform/components/backup";
import { backupNotices, EventNotices } from "@platform/components/event-notices";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Data } from "./data";
import type { Foundation } from "./foundation";

export interface Backup {
  /** The vault at home, whose jobs are watched. */
  vault: BackupVault;
}

type BackupConfig = NonNullable<StackConfig["backup"]>;

/** The daily plan of AWS Backup over exactly the stack's database and file systems, with a copy in a second region. */
export function backup(config: StackConfig, base: Foundation, store: Data): Backup | undefined {
  const settings = config.backup;
  if (!settings) return undefined;
  const { names, keys, opts } = base;

  const vault = vaultOf("backup", config, settings, base, keys.data.keyArn);
  const databaseArns = store.database ? [store.database.instance.arn] : [];
  new BackupPlan(
    "backup-plan",
    {
      account: config.account,
      region: config.region,
      planName: names.prefix,
      vault,
      kmsKeyArns: keysOf(config, base),
      time: settings.time,
      retentionDays: settings.retentionDays,
      coldStorageAfterDays: settings.coldStorageAfterDays,
      copy: copyOf(config, settings, base, store),
      databaseArns,
      fileSystemArns: Object.values(store.files).map(({ arn }) => arn),
    },
    declaredBy(opts, at("backup")),
  );
  new EventNotices(
    "backup-notices",
    {
      topicArn: base.alarmTopic.topicArn,
      runbookUrl: config.alarms.runbookUrl,
      notices: backupNotices({ vaultName: vault.vaultName, vaultArn: vault.arn }),
    },
    declaredBy(opts, at("backup")),
  );
  return { vault };
}

function vaultOf(
  name: string,
  { ephemeral }: StackConfig,
  { lock }: BackupConfig,
  { names, dataOpts }: Foundation,
  kmsKeyArn: ConstructorParameters<typeof BackupVault>[1]["kmsKeyArn"],
  region?: string,
): BackupVault {
  const { mode, ...bounds } = lock;
  const locked = mode === "none" ? undefined : { mode, ...bounds };
  return new BackupVault(
    name,
    { vaultName: names.prefix, kmsKeyArn, region, lock: locked, emptyOnDelete: ephemeral },
    declaredBy(dataOpts, at("backup")),
  );
}

function copyOf(config: StackConfig, settings: BackupConfig, base: Foundation, { regions }: Data) {
  const { copyTo: region, copyRetentionDays: retentionDays } = settings;
  const key = region === undefined ? undefined : regions[region];
  if (region === undefined || !key) return undefined;
  const vault = vaultOf("backup-copy", config, settings, base, key.keyArn, region);
  return { vault, region, kmsKeyArn: key.keyArn, retentionDays };
}

/** The stack's own key, and the one that a restored database brought along. */
function keysOf({ database }: StackConfig, { keys }: Foundation) {
  const restored = database?.restoreFrom?.kmsKeyArn;
  return [keys.data.keyArn, ...(restored === undefined ? [] : [restored])];
}
