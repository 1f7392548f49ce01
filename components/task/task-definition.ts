import * as ecs from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { containerDefinitions, type ContainerArgs } from "./container-definitions";
import { fileVolumes } from "./file-mounts";
import type { TaskRole } from "./roles";

export interface TaskSize {
  /** CPU units: 1024 are one vCPU. */
  cpu: number;
  /** MiB. */
  memory: number;
}

export interface TaskDefinitionArgs {
  /** Name that all revisions share. */
  family: string;
  size: TaskSize;
  architecture: "x86_64" | "arm64";
  execution: TaskRole;
  task: TaskRole;
  container: Omit<ContainerArgs, "writableMib">;
  /** Containers beside it. */
  sidecars: ContainerArgs[];
  /** Whether sessions may be opened in the container. */
  exec: boolean;
}

/**
 * Where the session's agent writes, so that a shell works over a read-only root file system too
 * (https://github.com/aws/containers-roadmap/issues/1359).
 */
const SESSION_PATHS = ["/var/lib/amazon/ssm", "/var/log/amazon/ssm"];

/** A Fargate task with one container and what stands beside it. Former revisions stay, so that a service can be sent back to one. */
export function taskDefinition(name: string, args: TaskDefinitionArgs, parent: pulumi.Resource): ecs.TaskDefinition {
  const { family, size, architecture, execution, task, container, sidecars, exec } = args;
  const needsPaths = container.readonlyRootFilesystem;
  const writablePaths = [...container.writablePaths, ...(exec && needsPaths ? SESSION_PATHS : [])];
  const main = {
    ...container,
    startsAfter: sidecars.map((sidecar) => sidecar.name),
    writablePaths: needsPaths ? writablePaths : [],
    // A limit, not a reservation: an empty folder takes nothing.
    writableMib: size.memory / 4,
  };
  const definitions = [main, ...sidecars].flatMap(containerDefinitions);

  return new ecs.TaskDefinition(
    name,
    {
      family,
      cpu: String(size.cpu),
      memory: String(size.memory),
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      runtimePlatform: { cpuArchitecture: architecture.toUpperCase(), operatingSystemFamily: "LINUX" },
      executionRoleArn: execution.role.arn,
      taskRoleArn: task.role.arn,
      ...(container.mounts.length > 0 && { volumes: fileVolumes(container.mounts) }),
      containerDefinitions: pulumi.jsonStringify(definitions),
      skipDestroy: true,
    },
    { parent },
  );
}
