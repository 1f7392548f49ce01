import type * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../iam";
import type { SecretSource, SessionArgs } from "./role-statements";
import type { RollbackAlarmsArgs } from "./rollback-alarms";
import type { HealthCheckArgs, RouteArgs } from "./routing";
import type { ScalingArgs } from "./scaling";
import type { TaskSize } from "./task-definition";

export interface ClusterReference {
  arn: pulumi.Input<string>;
  name: pulumi.Input<string>;
}

export interface ServiceLogArgs {
  /** Full name, for example `/pm-prod/api`. */
  groupName: string;
  /** One of the periods that CloudWatch offers. */
  retentionDays: number;
  kmsKeyArn: pulumi.Input<string>;
}

/** Bounds of a rolling deployment, in percent of the tasks that should run. */
export interface DeploymentArgs {
  minimumHealthyPercent: number;
  maximumPercent: number;
}

export interface WebServiceArgs {
  account: string;
  region: string;
  /** What the task family and the alarms are called by, before the service's own name; unique in the account. */
  namePrefix: string;
  cluster: ClusterReference;
  vpcId: pulumi.Input<string>;
  /** Private subnets. */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Image by digest or by a tag that never moves. */
  image: pulumi.Input<string>;
  /** The one repository that the service pulls from. Default: none, for an image that needs no login. */
  repositoryArn?: pulumi.Input<string>;
  /** Default: the image's own command. */
  command?: string[];
  /** One of the pairs that Fargate offers. */
  size: TaskSize;
  architecture: "x86_64" | "arm64";
  /** Port that the container listens on. */
  port: number;
  /** Variables that are no secrets: whoever may describe the task definition reads them. */
  environment: { [name: string]: pulumi.Input<string> };
  /** Names of variables with the ARN of what is put there: a secret, or `<arn>:<JSON key>::`. */
  secrets: { [name: string]: pulumi.Input<string> };
  /** The secrets that these variables come from. */
  secretSources: SecretSource[];
  /** What the application's code may do in AWS. */
  statements: PolicyStatement[];
  route: RouteArgs;
  /** `app/<name>/<id>` of the load balancer that the listener belongs to. */
  loadBalancerArnSuffix: pulumi.Input<string>;
  health: HealthCheckArgs;
  scaling: ScalingArgs;
  rollbackAlarms: RollbackAlarmsArgs;
  log: ServiceLogArgs;
  /** Default: every task is replaced by a new one before it stops, 100 and 200. */
  deployment?: DeploymentArgs;
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
  /** Seconds that a stopping task may finish the requests it has. Default 30. */
  deregistrationDelaySeconds?: number;
  /** Percent of the tasks above `scaling.min` that run on Fargate Spot, which stops them at two minutes' notice. Default 0. */
  spotShare?: number;
}
