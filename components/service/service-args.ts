import type * as pulumi from "@pulumi/pulumi";
import type { TaskArgs } from "../task";
import type { ScalingArgs } from "./scaling";

export interface ClusterReference {
  arn: pulumi.Input<string>;
  name: pulumi.Input<string>;
}

/** Bounds of a rolling deployment, in percent of the tasks that should run. */
export interface RollingDeploymentArgs {
  /** Tasks that stay up meanwhile. Default 100. */
  minimumHealthyPercent?: number;
  /** Tasks that may run meanwhile. Default 200. */
  maximumPercent?: number;
}

/** What every ECS service is told, whether or not anybody reaches it. */
export interface ServiceArgs extends TaskArgs {
  cluster: ClusterReference;
  /** Private subnets. */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  scaling: ScalingArgs;
  /** Default: every task is replaced by a new one before it stops, 100 and 200. */
  deployment?: RollingDeploymentArgs;
  /** What must have succeeded before a new version starts, for example a migration of its database. */
  after?: pulumi.Resource[];
  /** Percent of the tasks above `scaling.min` that run on Fargate Spot, which stops them at two minutes' notice. Default 0. */
  spotShare?: number;
  /** Whether the tasks of `scaling.min` run on Spot too. Default false. */
  spotOnly?: boolean;
}
