import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import type { MetricStatistic } from "./alarm-definition";

export interface LineCountArgs {
  /** Log group whose lines are counted; it must exist. */
  logGroupName: pulumi.Input<string>;
  /** Which lines, in CloudWatch's filter syntax. */
  pattern: string;
  /** The metric that counts them, without dimensions: a count by dimension has no zero. */
  metric: Pick<MetricStatistic, "namespace" | "name">;
}

/** Counts lines of a log in a metric, which costs $0.30 a month (https://aws.amazon.com/cloudwatch/pricing/). */
export function countLines(name: string, { logGroupName, pattern, metric }: LineCountArgs, parent: pulumi.Resource) {
  const { namespace, name: metricName } = metric;
  new cloudwatch.LogMetricFilter(
    name,
    {
      logGroupName,
      pattern,
      metricTransformation: { namespace, name: metricName, value: "1", defaultValue: "0", unit: "Count" },
    },
    { parent },
  );
}
