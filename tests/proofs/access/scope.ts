import type { ServiceConfig, StackConfig } from "../../../infra/config";
import { type Names, namesOf } from "../../../infra/names";
import type { DeployedStack } from "../program/deployed-stack";

/** A task of a stack file with everything that its rights are derived from. */
export interface Scope {
  stack: DeployedStack;
  names: Names;
  task: TaskOfFile;
}

/** A service, or what runs beside services: a migration, a scheduled task. */
export interface TaskOfFile {
  name: string;
  /** The service whose image it has. */
  service: string;
  uses: ServiceConfig["uses"];
  /** Whether a shell may be opened in it. */
  exec: boolean;
  /** Whether it traces requests. */
  traces: boolean;
}

/** Every task that a stack file declares. */
export function tasksOf({ services, schedules }: StackConfig): TaskOfFile[] {
  const own = Object.entries(services).flatMap(([name, { uses, exec, tracing, migrations }]): TaskOfFile[] => {
    const task = { name, service: name, uses, exec, traces: tracing !== undefined };
    return [task, ...(migrations ? [{ ...task, name: `${name}-migrations`, uses: migrations.uses, exec: false }] : [])];
  });
  const scheduled = Object.entries(schedules).flatMap(([name, { service, uses }]): TaskOfFile[] => {
    const of = own.find((task) => task.name === service);
    return of ? [{ ...of, name, uses: uses ?? of.uses, exec: false }] : [];
  });
  return [...own, ...scheduled];
}

export function scopeOf(stack: DeployedStack, name: string): Scope {
  const task = tasksOf(stack.config).find((each) => each.name === name);
  if (!task) throw new Error(`the stack file has no task ${name}`);
  return { stack, names: namesOf(stack.config), task };
}

export const keyArn = (stack: DeployedStack, role: "data" | "secrets" | "logs" | "alarms"): string =>
  stack.one("aws:kms/key:Key", `${role}-key`).props.arn;

/** The bucket that the stack file calls so, made here or by another stack. */
export function bucketOf({ stack, names }: Pick<Scope, "stack" | "names">, name: string): string {
  const existing = stack.config.buckets[name]?.existing;
  return bucketArn(existing ? existing.name : names.bucket(name));
}

/** The key that the bucket's objects are encrypted with. */
export function keyOfBucket({ stack }: Pick<Scope, "stack">, name: string): string {
  return stack.config.buckets[name]?.existing?.kmsKeyArn ?? keyArn(stack, "data");
}

export const bucketArn = (bucketName: string): string => `arn:aws:s3:::${bucketName}`;

/** The streams of a log group, by which IAM knows what is written into it. */
export function streamOf(stack: DeployedStack, logGroupName: string): string {
  const group = stack.all("aws:cloudwatch/logGroup:LogGroup").find(({ props }) => props.name === logGroupName);
  if (!group) throw new Error(`the stack has no log group ${logGroupName}`);
  return `${group.props.arn}:log-stream:some/stream`;
}

/** What other stacks of the account have made and this one's file names. */
export const ofOtherStacks = ({ buckets, secrets }: StackConfig): string[] => [
  ...Object.values(buckets).flatMap(({ existing }) => (existing ? [bucketArn(existing.name), existing.kmsKeyArn] : [])),
  ...Object.values(secrets).flatMap(({ existing }) => (existing ? [existing.arn, existing.kmsKeyArn] : [])),
];
