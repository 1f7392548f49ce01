import type * as pulumi from "@pulumi/pulumi";

/** The user that every client of the file system acts as, and who owns its directory. */
export interface PosixUser {
  /** 1 or more: root is nobody's user. */
  uid: number;
  gid: number;
}

export interface FileSystemArgs {
  vpcId: pulumi.Input<string>;
  /** Zones from which it is mounted: each needs a mount target of its own. */
  zones: readonly string[];
  /** One subnet in each of the zones, in their order. */
  subnetIds: pulumi.Input<string>[];
  /** ARN of the key that encrypts the files. */
  kmsKeyArn: pulumi.Input<string>;
  user: PosixUser;
  /** Directory that clients see as their root; made at the first mount. Default: `/data`. */
  directory?: string;
  /** Days without access after which a file moves to cheaper storage; back with the next access. Default: 30. */
  infrequentAccessAfterDays?: InfrequentAccessDays;
  /** AWS's own daily backups, kept for 35 days, beside any plan of the stack's. Default: true. */
  automaticBackups?: boolean;
}

/** https://docs.aws.amazon.com/efs/latest/ug/API_LifecyclePolicy.html */
export const INFREQUENT_ACCESS_DAYS = [1, 7, 14, 30, 60, 90, 180, 270, 365] as const;
export type InfrequentAccessDays = (typeof INFREQUENT_ACCESS_DAYS)[number];
