import * as backup from "@pulumi/aws/backup";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../iam";
import { lockSettings, type VaultLock } from "./vault-lock";

export interface BackupVaultArgs {
  /** Fixed name of the vault, because alarms and roles name it: 2 to 50 letters, digits, hyphens and underscores. */
  vaultName: string;
  /** ARN of the key that encrypts the recovery points, in the vault's region. */
  kmsKeyArn: pulumi.Input<string>;
  /** Region of the vault. Default: the provider's. */
  region?: string;
  /** Keeps recovery points for their time, whoever asks to delete them. Default: no lock. */
  lock?: VaultLock;
  /** Whether the recovery points go with the vault; a locked one keeps them. Default: no. */
  emptyOnDelete?: boolean;
}

/**
 * A vault for recovery points under a key of our own. Locked, nobody shortens or ends a recovery point's life before
 * its time: in governance mode but for who may take off the lock, in compliance mode without exception, AWS and the
 * account's root user included.
 *
 * Creates the vault and, with a lock, the lock and a policy that refuses deletion to everybody. Costs by what is in it
 * (https://aws.amazon.com/backup/pricing/).
 *
 * Throws when the name or the lock's figures are not what AWS Backup takes; warns of a lock that is for ever.
 */
export class BackupVault extends pulumi.ComponentResource {
  readonly vaultName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: BackupVaultArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:BackupVault", name, {}, opts);
    const { vaultName, kmsKeyArn, region, lock } = args;
    checkName(name, vaultName);
    const settings = lock && lockSettings(name, lock);
    if (settings?.changeableForDays !== undefined) warnOfCompliance(vaultName, settings.changeableForDays, this);

    const vault = new backup.Vault(
      name,
      { name: vaultName, kmsKeyArn, region, forceDestroy: args.emptyOnDelete ?? false },
      { parent: this },
    );
    if (settings) {
      const of = { backupVaultName: vault.name, region };
      new backup.VaultPolicy(`${name}-policy`, { ...of, policy: refuseDeletion() }, { parent: this });
      new backup.VaultLockConfiguration(`${name}-lock`, { ...of, ...settings }, { parent: this });
    }

    this.vaultName = vault.name;
    this.arn = vault.arn;
    this.registerOutputs({ vaultName: this.vaultName, arn: this.arn });
  }
}

function checkName(name: string, vaultName: string): void {
  if (!/^[A-Za-z0-9_-]{2,50}$/.test(vaultName))
    throw new Error(
      `BackupVault ${name}: vaultName must be 2 to 50 letters, digits, hyphens and underscores, got "${vaultName}"`,
    );
}

function warnOfCompliance(vaultName: string, days: number, resource: pulumi.Resource): void {
  void pulumi.log.warn(
    `The lock of the backup vault ${vaultName} becomes final ${days} days after it is made: from then on nobody, AWS included, can take it off, shorten what it keeps or delete the vault, and what is in it is paid for until its time is over.`,
    resource,
  );
}

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html */
function refuseDeletion(): pulumi.Output<string> {
  return policyDocument({
    Sid: "DenyDeletion",
    Effect: "Deny",
    Principal: "*",
    Action: ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"],
    // In a vault's own policy: everything in it. Recovery points bear the ARNs of the services they came from.
    Resource: "*",
  });
}
