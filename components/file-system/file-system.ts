import * as efs from "@pulumi/aws/efs";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../iam";
import { SecurityGroup } from "../security-group";
import type { FileSystemArgs, InfrequentAccessDays } from "./file-system-args";
import { checkFileSystem } from "./file-system-checks";
import { fileSystemPolicyStatements } from "./file-system-policy";

/**
 * An EFS file system that tasks in every zone mount: encrypted, over TLS only, by roles and never without a name,
 * through one access point whose directory and user are all that a client sees. No port is open until a `Connection`
 * opens one.
 *
 * Creates the file system with its policy and backups, the access point, a security group and a mount target for each
 * zone. Costs in us-east-1 $0.30 per GB and month, $0.016 once a file moved to infrequent access; elastic throughput
 * $0.03 per GB read and $0.06 per GB written (https://aws.amazon.com/efs/pricing/).
 *
 * Throws when there are fewer subnets than zones, or the user is root.
 */
export class FileSystem extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  /** Id of the file system, for volumes; known once there is a mount target in every zone. */
  readonly fileSystemId: pulumi.Output<string>;
  readonly accessPointId: pulumi.Output<string>;
  readonly accessPointArn: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  /** NFS. */
  readonly port = 2049;

  constructor(name: string, args: FileSystemArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:FileSystem", name, {}, opts);
    checkFileSystem(name, args);

    const fileSystem = new efs.FileSystem(
      name,
      {
        encrypted: true,
        kmsKeyId: args.kmsKeyArn,
        performanceMode: "generalPurpose",
        throughputMode: "elastic",
        // Each in an entry of its own, as EFS lists them.
        lifecyclePolicies: [
          { transitionToIa: afterDays(args.infrequentAccessAfterDays ?? 30) },
          { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
        ],
        tags: { Name: name },
      },
      { parent: this },
    );
    const accessPoint = createAccessPoint(name, fileSystem, args, this);
    new efs.FileSystemPolicy(
      `${name}-policy`,
      {
        fileSystemId: fileSystem.id,
        policy: policyDocument(...fileSystemPolicyStatements(fileSystem.arn, accessPoint.arn)),
      },
      { parent: this },
    );
    new efs.BackupPolicy(
      `${name}-backups`,
      {
        fileSystemId: fileSystem.id,
        backupPolicy: { status: (args.automaticBackups ?? true) ? "ENABLED" : "DISABLED" },
      },
      { parent: this },
    );
    const securityGroup = new SecurityGroup(
      `${name}-security-group`,
      { vpcId: args.vpcId, description: `Files ${name}` },
      { parent: this },
    );
    const mountTargets = args.zones.map(
      (zone, index) =>
        new efs.MountTarget(
          `${name}-${zone}`,
          {
            fileSystemId: fileSystem.id,
            subnetId: args.subnetIds[index] as pulumi.Input<string>,
            securityGroups: [securityGroup.securityGroupId],
          },
          { parent: this },
        ),
    );

    this.arn = fileSystem.arn;
    this.fileSystemId = pulumi.all([fileSystem.id, ...mountTargets.map(({ id }) => id)]).apply(([id]) => id as string);
    this.accessPointId = accessPoint.id;
    this.accessPointArn = accessPoint.arn;
    this.securityGroupId = securityGroup.securityGroupId;
    this.registerOutputs({
      arn: this.arn,
      fileSystemId: this.fileSystemId,
      accessPointId: this.accessPointId,
      accessPointArn: this.accessPointArn,
      securityGroupId: this.securityGroupId,
    });
  }
}

/** Clients see its directory as their root and act as its user, whoever they are in their container. */
function createAccessPoint(
  name: string,
  fileSystem: efs.FileSystem,
  { user: { uid, gid }, directory = "/data" }: FileSystemArgs,
  parent: pulumi.Resource,
): efs.AccessPoint {
  return new efs.AccessPoint(
    `${name}-access-point`,
    {
      fileSystemId: fileSystem.id,
      posixUser: { uid, gid },
      rootDirectory: { path: directory, creationInfo: { ownerUid: uid, ownerGid: gid, permissions: "0750" } },
    },
    { parent },
  );
}

/** `AFTER_30_DAYS`. */
function afterDays(days: InfrequentAccessDays): string {
  return `AFTER_${days}_DAY${days === 1 ? "" : "S"}`;
}
