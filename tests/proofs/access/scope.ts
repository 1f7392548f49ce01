import type { ServiceConfig } from "../../../infra/config";
import { type Names, namesOf } from "../../../infra/names";
import type { DeployedStack } from "../program/deployed-stack";

/** A service of a stack file with everything that its rights are derived from. */
export interface Scope {
  stack: DeployedStack;
  names: Names;
  /** The service's name. */
  name: string;
  service: ServiceConfig;
}

export function scopeOf(stack: DeployedStack, name: string): Scope {
  const service = stack.config.services[name];
  if (!service) throw new Error(`the stack file has no service ${name}`);
  return { stack, names: namesOf(stack.config), name, service };
}

export const keyArn = (stack: DeployedStack, role: "data" | "secrets" | "logs"): string =>
  stack.one("aws:kms/key:Key", `${role}-key`).props.arn;

export const bucketArn = (bucketName: string): string => `arn:aws:s3:::${bucketName}`;

/** The streams of a log group, by which IAM knows what is written into it. */
export const streamOf = (stack: DeployedStack, logGroupName: string): string =>
  `${stack.all("aws:cloudwatch/logGroup:LogGroup").find(({ props }) => props.name === logGroupName)?.props.arn}:log-stream:some/stream`;
