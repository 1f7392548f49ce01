import type * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../iam";
import type { ContainerHealthArgs } from "./container-definitions";
import type { FileMount } from "./file-mounts";
import type { OutboundRule } from "./outbound";
import type { SecretSource, SessionArgs } from "./role-statements";
import type { TaskSize } from "./task-definition";
import type { TracingArgs } from "./tracing";

export interface TaskLogArgs {
  /** Full name, for example `/pm-prod/api`. */
  groupName: string;
  /** One of the periods that CloudWatch offers. */
  retentionDays: number;
  kmsKeyArn: pulumi.Input<string>;
}

/** A container and everything around it that ECS needs to run it: what services, workers and one-off tasks share. */
export interface TaskArgs {
  account: string;
  region: string;
  /** What the task family and the alarms are called by, before the task's own name; unique in the account. */
  namePrefix: string;
  vpcId: pulumi.Input<string>;
  /** Image by digest or by a tag that never moves. */
  image: pulumi.Input<string>;
  /** The one repository that the image is pulled from. Default: none, for an image that needs no login. */
  repositoryArn?: pulumi.Input<string>;
  /** Default: the image's own command. */
  command?: string[];
  /** One of the pairs that Fargate offers. */
  size: TaskSize;
  architecture: "x86_64" | "arm64";
  /** Variables that are no secrets: whoever may describe the task definition reads them. */
  environment: { [name: string]: pulumi.Input<string> };
  /** Names of variables with the ARN of what is put there: a secret, or `<arn>:<JSON key>::`. */
  secrets: { [name: string]: pulumi.Input<string> };
  /** The secrets that these variables come from. */
  secretSources: SecretSource[];
  /** What the application's code may do in AWS. */
  statements: PolicyStatement[];
  /** Where the task may go outside the VPC. Default: anywhere by HTTPS. */
  outbound?: OutboundRule[];
  /** File systems that the container sees as folders; `statements` must let the task mount them. Default: none. */
  mounts?: FileMount[];
  log: TaskLogArgs;
  /** User and group of the process. Default `1000:1000`. */
  user?: string;
  /** Whether the container's own files cannot be changed. Default true. */
  readonlyRootFilesystem?: boolean;
  /**
   * Folders that can be written over a read-only root: empty at each start, in memory, each at most a quarter of the
   * task's. Default `/tmp`.
   */
  writablePaths?: string[];
  /** Lets people open a recorded shell in running tasks. Default: nobody can. */
  exec?: SessionArgs;
  /** Seconds between the request to stop and the kill, 2 to 120. Default 30. */
  stopTimeoutSeconds?: number;
  /** Sends traces of some requests to X-Ray. Default: none. */
  tracing?: TracingArgs;
  /** How ECS asks the container whether it is well. Default: it is while its process runs. */
  containerHealth?: ContainerHealthArgs;
}
