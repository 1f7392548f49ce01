import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";

export interface BackupReplicationArgs {
  /** ARN of the instance, whose own backups must be on. */
  instanceArn: pulumi.Input<string>;
  /** Region of the instance. */
  region: string;
  /** The second region. */
  destinationRegion: string;
  /** ARN of a key in the second region. */
  kmsKeyArn: pulumi.Input<string>;
  /** Days for which every second can be restored there, 1 to 35. */
  retentionDays: number;
}

/**
 * Copies an instance's automated backups to a second region: each snapshot, and each transaction log as soon as RDS has
 * it. RDS uploads logs every five minutes, so what is lost with the first region is five minutes and the copy's time
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html).
 *
 * Creates one replication. Costs $0.02 per GB that crosses regions in us-east-1 and $0.095 per GB and month there
 * (https://aws.amazon.com/rds/postgresql/pricing/).
 *
 * Throws when the second region is the first, or RDS would refuse the retention.
 */
export class BackupReplication extends pulumi.ComponentResource {
  /** ARN of the backup in the second region: what a database there is restored from. */
  readonly backupArn: pulumi.Output<string>;

  constructor(name: string, args: BackupReplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:BackupReplication", name, {}, opts);
    check(name, args);

    const replication = new rds.InstanceAutomatedBackupsReplication(
      name,
      {
        sourceDbInstanceArn: args.instanceArn,
        region: args.destinationRegion,
        kmsKeyId: args.kmsKeyArn,
        retentionPeriod: args.retentionDays,
      },
      { parent: this },
    );

    this.backupArn = replication.id;
    this.registerOutputs({ backupArn: this.backupArn });
  }
}

function check(name: string, { region, destinationRegion, retentionDays }: BackupReplicationArgs): void {
  if (destinationRegion === region)
    throw new Error(
      `BackupReplication ${name}: destinationRegion must be another region than ${region}, the database's`,
    );
  if (!Number.isInteger(retentionDays) || retentionDays < 1 || retentionDays > 35)
    throw new Error(
      `BackupReplication ${name}: retentionDays must be a whole number from 1 to 35, got ${retentionDays}`,
    );
}
