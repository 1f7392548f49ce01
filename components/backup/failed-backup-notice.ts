import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { BackupVault } from "./backup-vault";

export interface FailedBackupNoticeArgs {
  /** What the rules' names begin with, for example `pm-prod`. */
  namePrefix: string;
  /** The vault whose jobs, and whose copies to other vaults, are watched. */
  vault: BackupVault;
  /** Topic that is told; its policy and its key must admit EventBridge. */
  topicArn: pulumi.Input<string>;
  /** Address of the runbook; each message names the section on failed backups. */
  runbookUrl: string;
}

/** The states in which a job ends without a recovery point. */
const FAILED = ["FAILED", "ABORTED", "EXPIRED"];

/**
 * Tells of every backup, and of every copy, that failed, was stopped or could not start in time: one of several would
 * not show in a count of finished ones (https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html).
 *
 * Creates two rules with a target each; events of AWS services are free (https://aws.amazon.com/eventbridge/pricing/).
 */
export class FailedBackupNotice extends pulumi.ComponentResource {
  constructor(name: string, args: FailedBackupNoticeArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:FailedBackupNotice", name, {}, opts);
    const { vault } = args;

    notify(
      name,
      "backup",
      "Backup Job State Change",
      { backupVaultName: [vault.vaultName] },
      "$.detail.backupJobId",
      args,
      this,
    );
    notify(
      name,
      "copy",
      "Copy Job State Change",
      { sourceBackupVaultArn: [vault.arn] },
      "$.detail.copyJobId",
      args,
      this,
    );

    this.registerOutputs({});
  }
}

function notify(
  name: string,
  kind: string,
  detailType: string,
  filter: { [field: string]: pulumi.Input<string>[] },
  jobPath: string,
  { namePrefix, topicArn, runbookUrl }: FailedBackupNoticeArgs,
  parent: pulumi.Resource,
): void {
  const rule = new cloudwatch.EventRule(
    `${name}-${kind}`,
    {
      name: `${namePrefix}-${kind}-failed`,
      description: `A ${kind} job of AWS Backup ended without a recovery point`,
      eventPattern: pulumi.jsonStringify({
        source: ["aws.backup"],
        "detail-type": [detailType],
        detail: { state: FAILED, ...filter },
      }),
    },
    { parent },
  );
  new cloudwatch.EventTarget(
    `${name}-${kind}-topic`,
    {
      rule: rule.name,
      arn: topicArn,
      inputTransformer: {
        inputPaths: { job: jobPath, resource: "$.detail.resourceArn", state: "$.detail.state" },
        inputTemplate: JSON.stringify(
          `The ${kind} job <job> for <resource> ended as <state>. Runbook: ${runbookUrl}#backup-failed`,
        ),
      },
    },
    { parent },
  );
}
