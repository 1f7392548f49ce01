import { arn, type Simulations } from "./simulation";

export const efs: Simulations = {
  "aws:efs/fileSystem:FileSystem": (request) => {
    const id = `fs-${request.hex(17)}`;
    return {
      id,
      outputs: {
        arn: arn(request, "elasticfilesystem", `file-system/${id}`),
        dnsName: `${id}.efs.${request.region}.amazonaws.com`,
        ownerId: request.account,
      },
    };
  },
  "aws:efs/accessPoint:AccessPoint": (request) => {
    const id = `fsap-${request.hex(17)}`;
    return { id, outputs: { arn: arn(request, "elasticfilesystem", `access-point/${id}`), ownerId: request.account } };
  },
  "aws:efs/mountTarget:MountTarget": (request) => ({
    id: `fsmt-${request.hex(17)}`,
    outputs: { networkInterfaceId: `eni-${request.hex(17, "interface")}`, ownerId: request.account },
  }),
  "aws:efs/fileSystemPolicy:FileSystemPolicy": (request) => ({ id: request.inputs.fileSystemId, outputs: {} }),
  "aws:efs/backupPolicy:BackupPolicy": (request) => ({ id: request.inputs.fileSystemId, outputs: {} }),
};
