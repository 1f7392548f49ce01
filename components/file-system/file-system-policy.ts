import type { Input } from "@pulumi/pulumi";
import type { PolicyStatement } from "../iam";

const CLIENT = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite", "elasticfilesystem:ClientRootAccess"];

/**
 * What the file system itself refuses, whatever roles may do. As soon as there is a policy, EFS lets in nobody without a
 * name: only roles whose own policies allow it
 * (https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html).
 */
export function fileSystemPolicyStatements(
  fileSystemArn: Input<string>,
  accessPointArn: Input<string>,
): PolicyStatement[] {
  return [
    {
      Sid: "DenyPlainTransport",
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: "*",
      Resource: fileSystemArn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
    {
      Sid: "DenyOutsideAccessPoint",
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: CLIENT,
      Resource: fileSystemArn,
      Condition: { StringNotEquals: { "elasticfilesystem:AccessPointArn": accessPointArn } },
    },
  ];
}

/** Lets a role mount and write one file system, through its access point alone and never as root. */
export function fileSystemGrant(fileSystem: { arn: Input<string>; accessPointArn: Input<string> }): PolicyStatement {
  return {
    Effect: "Allow",
    Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
    Resource: fileSystem.arn,
    Condition: { StringEquals: { "elasticfilesystem:AccessPointArn": fileSystem.accessPointArn } },
  };
}
