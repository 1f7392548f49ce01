import type * as aws from "@pulumi/aws/types/input";
import * as pulumi from "@pulumi/pulumi";

/** A file system that the container sees as a folder. */
export interface FileMount {
  /** Name of the volume within the task. */
  volume: string;
  /** Folder in the container. */
  path: string;
  fileSystemId: pulumi.Input<string>;
  /** Whose directory is the folder's content, and whose user writes it. */
  accessPointId: pulumi.Input<string>;
}

/** The volumes: over TLS, by the task's own role and through the access point only. */
export function fileVolumes(mounts: FileMount[]): aws.ecs.TaskDefinitionVolume[] {
  return mounts.map(({ volume, fileSystemId, accessPointId }) => ({
    name: volume,
    efsVolumeConfiguration: {
      fileSystemId,
      transitEncryption: "ENABLED",
      authorizationConfig: { accessPointId, iam: "ENABLED" },
    },
  }));
}

/** Where the container sees them, as ECS lists it. */
export function mountPoints(mounts: Pick<FileMount, "volume" | "path">[]): object[] {
  return mounts.map(({ volume, path }) => ({ sourceVolume: volume, containerPath: path, readOnly: false }));
}
