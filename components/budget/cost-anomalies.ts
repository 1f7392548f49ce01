import * as costexplorer from "@pulumi/aws/costexplorer";
import * as pulumi from "@pulumi/pulumi";

export interface CostAnomaliesArgs {
  /** Physical name of monitor and subscription. */
  monitorName: string;
  /** The one cost allocation tag whose costs are watched. */
  tag: { key: string; value: string };
  /** US dollars by which costs must differ from what is usual before people are told. */
  aboveUsd: number;
  /** Topic that is told; its policy and its key must admit `costalerts.amazonaws.com`. */
  topicArn: pulumi.Input<string>;
}

/**
 * Tells of costs that are not as usual, days before a budget is used up. It learns what is usual from ten days of costs
 * (https://docs.aws.amazon.com/cost-management/latest/userguide/manage-ad.html).
 *
 * Creates a monitor and a subscription to it. Costs nothing
 * (https://aws.amazon.com/aws-cost-management/aws-cost-anomaly-detection/faqs/).
 */
export class CostAnomalies extends pulumi.ComponentResource {
  constructor(name: string, args: CostAnomaliesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:CostAnomalies", name, {}, opts);
    const { key, value } = args.tag;

    const monitor = new costexplorer.AnomalyMonitor(
      name,
      {
        name: args.monitorName,
        monitorType: "CUSTOM",
        monitorSpecification: JSON.stringify({ Tags: { Key: key, Values: [value], MatchOptions: ["EQUALS"] } }),
      },
      { parent: this },
    );
    new costexplorer.AnomalySubscription(
      `${name}-subscription`,
      {
        name: args.monitorName,
        monitorArnLists: [monitor.arn],
        // A topic is told of each anomaly by itself; summaries go to addresses only.
        frequency: "IMMEDIATE",
        subscribers: [{ type: "SNS", address: args.topicArn }],
        thresholdExpression: {
          dimension: {
            key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
            matchOptions: ["GREATER_THAN_OR_EQUAL"],
            values: [String(args.aboveUsd)],
          },
        },
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
