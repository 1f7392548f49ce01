import type * as ecs from "@pulumi/aws/ecs";
import type * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "../log-group";
import type { SecurityGroup } from "../security-group";
import { outboundGroup } from "./outbound";
import { executionRole, taskRole, type TaskRole } from "./roles";
import type { TaskArgs } from "./task-args";
import { collectorContainer, tracingStatement, tracingVariables } from "./tracing";
import { taskDefinition, type TaskDefinitionArgs } from "./task-definition";

/** A task that can be run: by a service, by a schedule or once. */
export interface Task {
  definition: ecs.TaskDefinition;
  taskRole: TaskRole;
  executionRole: TaskRole;
  securityGroup: SecurityGroup;
  log: LogGroup;
  /** What must be there before the first task starts: without rights and log none can. */
  before: pulumi.Resource[];
}

/**
 * Declares a task's definition with what it stands on: a log group, two roles, and a security group that lets out HTTPS
 * only, or what `outbound` says. Whatever else the task reaches, or is reached by, is a `Connection` of its own.
 *
 * @param port port that the container listens on; left out for one that serves nobody.
 */
export function containerTask(name: string, args: TaskArgs, parent: pulumi.Resource, port?: number): Task {
  const { groupName: logGroupName, retentionDays, kmsKeyArn } = args.log;
  const securityGroup = outboundGroup(name, args.vpcId, parent, args.outbound);
  const log = new LogGroup(name, { logGroupName, retentionDays, kmsKeyArn }, { parent });
  const execution = executionRole(name, { ...args, logGroupName }, parent);
  const statements = [...args.statements, ...(args.tracing ? [tracingStatement()] : [])];
  const task = taskRole(name, { ...args, statements }, parent);
  const definition = taskDefinition(name, definitionOf(name, args, { execution, task }, port), parent);
  return {
    definition,
    taskRole: task,
    executionRole: execution,
    securityGroup,
    log,
    before: [log, ...execution.policies, ...task.policies],
  };
}

function definitionOf(
  name: string,
  args: TaskArgs,
  roles: { execution: TaskRole; task: TaskRole },
  port: number | undefined,
): TaskDefinitionArgs {
  const { region, size, architecture, image, command, secrets, namePrefix, tracing } = args;
  const container = {
    name,
    image,
    command,
    port,
    environment: { ...args.environment, ...(tracing && tracingVariables(name, namePrefix, tracing)) },
    secrets,
    user: args.user ?? "1000:1000",
    readonlyRootFilesystem: args.readonlyRootFilesystem ?? true,
    writablePaths: args.writablePaths ?? ["/tmp"],
    mounts: args.mounts ?? [],
    stopTimeoutSeconds: args.stopTimeoutSeconds ?? 30,
    health: args.containerHealth,
    logGroupName: args.log.groupName,
    region,
  };
  return {
    family: `${namePrefix}-${name}`,
    size,
    architecture,
    ...roles,
    container,
    sidecars: tracing ? [collectorContainer(args.log.groupName, region)] : [],
    exec: args.exec !== undefined,
  };
}
