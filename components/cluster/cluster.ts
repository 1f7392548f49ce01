import * as ecs from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "../log-group";

/** `enhanced` adds metrics per task and container to the per-service ones of `enabled`. */
export type ContainerInsights = "enhanced" | "enabled" | "disabled";

export interface ClusterArgs {
  /** Name of the log group that records what people type in `ecs execute-command`, e.g. `/platform/prod/exec`. */
  logGroupName: string;
  /** Days that these records are kept: one of the periods that CloudWatch offers. */
  logRetentionDays: number;
  /** ARN of the key for these records and for the session itself; it must admit `logs.<region>.amazonaws.com`. */
  kmsKeyArn: pulumi.Input<string>;
  /** Metrics of tasks beyond CPU and memory; the alarm on missing tasks needs `enhanced` or `enabled`. */
  containerInsights: ContainerInsights;
}

/**
 * An ECS cluster for Fargate and Fargate Spot, in which every interactive session is encrypted and recorded.
 *
 * Creates the cluster, its capacity providers and the log group of sessions. The cluster costs nothing; Container
 * Insights costs $0.30 per metric and month (https://aws.amazon.com/cloudwatch/pricing/).
 */
export class Cluster extends pulumi.ComponentResource {
  /** Known once services may use Fargate and Fargate Spot. */
  readonly clusterArn: pulumi.Output<string>;
  /** Known once services may use Fargate and Fargate Spot. */
  readonly clusterName: pulumi.Output<string>;

  constructor(name: string, args: ClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Cluster", name, {}, opts);

    const sessions = new LogGroup(
      `${name}-exec`,
      { logGroupName: args.logGroupName, retentionDays: args.logRetentionDays, kmsKeyArn: args.kmsKeyArn },
      { parent: this },
    );
    const cluster = new ecs.Cluster(name, clusterArgs(args, sessions), { parent: this });
    const capacity = new ecs.ClusterCapacityProviders(
      `${name}-capacity`,
      {
        clusterName: cluster.name,
        capacityProviders: ["FARGATE", "FARGATE_SPOT"],
        defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
      },
      { parent: this },
    );

    // Through the capacity providers, so that no service is created before its cluster knows them.
    this.clusterName = capacity.clusterName;
    this.clusterArn = pulumi.all([cluster.arn, capacity.clusterName]).apply(([arn]) => arn);
    this.registerOutputs({ clusterName: this.clusterName, clusterArn: this.clusterArn });
  }
}

function clusterArgs(args: ClusterArgs, sessions: LogGroup): ecs.ClusterArgs {
  return {
    settings: [{ name: "containerInsights", value: args.containerInsights }],
    configuration: {
      executeCommandConfiguration: {
        kmsKeyId: args.kmsKeyArn,
        logging: "OVERRIDE",
        logConfiguration: {
          cloudWatchLogGroupName: sessions.logGroupName,
          cloudWatchEncryptionEnabled: true,
        },
      },
    },
  };
}
