import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition, MetricStatistic } from "./alarm-definition";

export interface FileSystemAlarmsArgs {
  fileSystemId: pulumi.Input<string>;
  /** Share of the operations that a general-purpose file system can do, in percent. Default 80. */
  ioLimitPercent?: number;
  /** Share of the throughput that EFS permits, in percent. Default 80. */
  throughputPercent?: number;
}

/**
 * A file system that cannot take what is asked of it. With elastic throughput there are no credits to run out of; what
 * bounds it are operations and the throughput that EFS permits at the time
 * (https://docs.aws.amazon.com/efs/latest/ug/efs-metrics.html).
 */
export function fileSystemAlarms(args: FileSystemAlarmsArgs): AlarmDefinition[] {
  const { ioLimitPercent = 80, throughputPercent = 80 } = args;
  const metric = (name: string, statistic: MetricStatistic["statistic"]): MetricStatistic => ({
    namespace: "AWS/EFS",
    name,
    dimensions: { FileSystemId: args.fileSystemId },
    statistic,
  });
  const sustained = { comparison: "above", periodSeconds: 60, evaluationPeriods: 15 } as const;

  return [
    {
      ...sustained,
      name: "io-limit",
      description: `The file system did more than ${ioLimitPercent} % of the operations it can, for 15 minutes.`,
      metric: metric("PercentIOLimit", "Maximum"),
      threshold: ioLimitPercent,
      // Silent while nobody has it mounted.
      missingData: "notBreaching",
      runbook: "files-io-limit",
    },
    {
      ...sustained,
      name: "throughput",
      description: `The file system used more than ${throughputPercent} % of its permitted throughput for 15 minutes.`,
      metric: {
        // Bytes of a minute as bytes of a second, against bytes of a second.
        expression: "100 * (metered / 60) / permitted",
        label: "Throughput, percent of what is permitted",
        metrics: { metered: metric("MeteredIOBytes", "Sum"), permitted: metric("PermittedThroughput", "Average") },
      },
      threshold: throughputPercent,
      missingData: "notBreaching",
      runbook: "files-throughput",
    },
  ];
}
