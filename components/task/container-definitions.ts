import * as pulumi from "@pulumi/pulumi";
import { type FileMount, mountPoints } from "./file-mounts";

/** How ECS asks the container itself whether it is well; an unhealthy one is replaced. */
export interface ContainerHealthArgs {
  /** Program and arguments that end with 0 when all is well; it runs inside the container, without a shell. */
  command: string[];
  /** Seconds between two checks, 5 to 300. */
  intervalSeconds: number;
  /** Seconds that a check may take, 2 to 60. */
  timeoutSeconds: number;
  /** Failed checks in a row that make the container unhealthy, 1 to 10. */
  retries: number;
  /** Seconds after the start in which failed checks do not count, 0 to 300. */
  startPeriodSeconds: number;
}

export interface ContainerArgs {
  /** Name within the task. */
  name: string;
  image: pulumi.Input<string>;
  /** Whether the task ends with this container; one that need not is started again by itself. Default: true. */
  essential?: boolean;
  /** CPU units and MiB of the task that the container may take at most. Default: all that is there. */
  limits?: { cpu: number; memory: number };
  /** Names of containers that are started before this one and stopped after it. */
  startsAfter?: string[];
  /** Default: the image's own command. */
  command?: string[];
  /** Port that the container listens on; left out for one that serves nobody. */
  port?: number;
  environment: { [name: string]: pulumi.Input<string> };
  /** Names of variables with the ARN of the secret that ECS puts there. */
  secrets: { [name: string]: pulumi.Input<string> };
  user: string;
  readonlyRootFilesystem: boolean;
  /** Folders that can be written, empty at each start and kept in memory. */
  writablePaths: string[];
  /** MiB that each writable folder may take of the task's memory, as it fills. */
  writableMib: number;
  /** File systems that the container sees as folders. */
  mounts: FileMount[];
  stopTimeoutSeconds: number;
  /** Default: the container is well while its process runs. */
  health?: ContainerHealthArgs;
  logGroupName: string;
  region: string;
}

/** Seconds that a container must have run before it is started again, so that a broken one does not spin. */
const RESTART_SECONDS = 60;

/**
 * The container definitions of a task with one container, as ECS itself would give them back: every list is there, be
 * it empty, and what has no order is sorted. Otherwise ECS fills in what is missing, and every preview shows a new
 * revision (https://github.com/pulumi/pulumi-aws/issues/1985).
 */
export function containerDefinitions(args: ContainerArgs): object[] {
  const { name, image, command, port, health, essential = true, startsAfter = [] } = args;
  return [
    {
      name,
      image,
      essential,
      ...(essential ? {} : { restartPolicy: { enabled: true, restartAttemptPeriod: RESTART_SECONDS } }),
      ...args.limits,
      ...(startsAfter.length > 0 && {
        dependsOn: startsAfter.map((containerName) => ({ containerName, condition: "START" })),
      }),
      ...(command && { command }),
      environment: byName(args.environment, (variable, value) => ({ name: variable, value })),
      secrets: byName(args.secrets, (variable, valueFrom) => ({ name: variable, valueFrom })),
      portMappings: port === undefined ? [] : [{ containerPort: port, hostPort: port, protocol: "tcp" }],
      mountPoints: mountPoints(args.mounts),
      volumesFrom: [],
      systemControls: [],
      user: args.user,
      privileged: false,
      readonlyRootFilesystem: args.readonlyRootFilesystem,
      linuxParameters: linuxParameters(args),
      stopTimeout: args.stopTimeoutSeconds,
      ...(health && { healthCheck: healthCheck(health) }),
      logConfiguration: logConfiguration(args),
    },
  ];
}

/**
 * An init process reaps orphans and hands signals on; nothing may be done that only root may. Writable folders are
 * tmpfs, which Fargate offers since January 2026 (https://github.com/aws/containers-roadmap/issues/736): a volume would
 * belong to root and be closed to the container's user (https://github.com/aws/containers-roadmap/issues/938).
 */
function linuxParameters({ writablePaths, writableMib }: ContainerArgs): object {
  return {
    initProcessEnabled: true,
    capabilities: { add: [], drop: ["ALL"] },
    devices: [],
    tmpfs: [...writablePaths]
      .sort()
      .map((containerPath) => ({ containerPath, size: writableMib, mountOptions: ["mode=1777", "nosuid", "nodev"] })),
  };
}

function healthCheck(health: ContainerHealthArgs): object {
  return {
    command: ["CMD", ...health.command],
    interval: health.intervalSeconds,
    timeout: health.timeoutSeconds,
    retries: health.retries,
    startPeriod: health.startPeriodSeconds,
  };
}

/**
 * Non-blocking: when CloudWatch is slow or out of reach, the application goes on and old lines are lost, instead of
 * every request waiting for its log line. 25 MiB is the buffer that AWS found to lose nothing up to 2 MiB of lines a
 * second (https://aws.amazon.com/blogs/containers/preventing-log-loss-with-non-blocking-mode-in-the-awslogs-container-log-driver/).
 */
function logConfiguration({ name, logGroupName, region }: ContainerArgs): object {
  return {
    logDriver: "awslogs",
    options: {
      "awslogs-group": logGroupName,
      "awslogs-region": region,
      "awslogs-stream-prefix": name,
      "max-buffer-size": "25m",
      mode: "non-blocking",
    },
    secretOptions: [],
  };
}

function byName<Value, Entry>(
  values: { [name: string]: Value },
  entry: (name: string, value: Value) => Entry,
): Entry[] {
  return Object.keys(values)
    .sort()
    .map((name) => entry(name, values[name] as Value));
}
