import * as backup from "@pulumi/aws/backup";
import * as pulumi from "@pulumi/pulumi";
import type { BackupPlanArgs } from "./backup-plan-args";
import { checkPlan, dailyAt } from "./backup-schedule";
import { type BackupRole, createBackupRole } from "./backup-role";

/**
 * Backs up exactly the databases and file systems that it is given, each day, and copies what it took to a second
 * region. One plan for each kind, since only file systems can go to cold storage.
 *
 * Creates the role, and for each kind that there is a plan and a selection. Costs in us-east-1 $0.095 per GB and month
 * for databases, $0.05 for file systems and $0.01 for those in cold storage; copies cost their own storage, and $0.02
 * per GB that crosses regions (https://aws.amazon.com/backup/pricing/).
 *
 * Snapshots only, no continuous backup: AWS Backup would then set the instance's own retention, against what the
 * database says of itself (https://github.com/hashicorp/terraform-provider-aws/issues/33465). Points in time come from
 * the database's own backups.
 *
 * Throws when cold storage and the end leave no 90 days between them.
 */
export class BackupPlan extends pulumi.ComponentResource {
  constructor(name: string, args: BackupPlanArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:BackupPlan", name, {}, opts);
    checkPlan(name, args);

    const role = createBackupRole(`${name}-role`, args, this);
    if (args.databaseArns.length > 0)
      createPlan(
        `${name}-databases`,
        "databases",
        args.databaseArns,
        { ...args, coldStorageAfterDays: undefined },
        role,
        this,
      );
    if (args.fileSystemArns.length > 0) createPlan(`${name}-files`, "files", args.fileSystemArns, args, role, this);

    this.registerOutputs({});
  }
}

/** The job must start within an hour and end within eight, or it counts as failed and its alarm rings. */
const START_WINDOW_MINUTES = 60;
const COMPLETION_WINDOW_MINUTES = 480;

function createPlan(
  name: string,
  kind: string,
  resources: pulumi.Input<string>[],
  args: BackupPlanArgs,
  { role, policy }: BackupRole,
  parent: pulumi.Resource,
): void {
  const { vault, time, retentionDays, coldStorageAfterDays: coldStorageAfter, copy } = args;
  const plan = new backup.Plan(
    name,
    {
      name: `${args.planName}-${kind}`,
      rules: [
        {
          ruleName: "daily",
          targetVaultName: vault.vaultName,
          schedule: dailyAt(time),
          scheduleExpressionTimezone: "Etc/UTC",
          startWindow: START_WINDOW_MINUTES,
          completionWindow: COMPLETION_WINDOW_MINUTES,
          enableContinuousBackup: false,
          lifecycle: { deleteAfter: retentionDays, coldStorageAfter },
          ...(copy && {
            copyActions: [
              {
                destinationVaultArn: copy.vault.arn,
                lifecycle: { deleteAfter: copy.retentionDays, coldStorageAfter },
              },
            ],
          }),
        },
      ],
    },
    { parent },
  );
  new backup.Selection(
    `${name}-selection`,
    { name: `${args.planName}-${kind}`, planId: plan.id, iamRoleArn: role.arn, resources },
    { parent, dependsOn: [policy] },
  );
}
