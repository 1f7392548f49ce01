import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition } from "./alarm-definition";

export interface CanaryAlarmsArgs {
  canaryName: pulumi.Input<string>;
  /** Minutes between two runs, 1 to 60. */
  everyMinutes: number;
}

/** A canary that cannot load the pages of the application, or that no longer runs. */
export function canaryAlarms({ canaryName, everyMinutes }: CanaryAlarmsArgs): AlarmDefinition[] {
  return [
    {
      name: "failed",
      description: "The canary could not load the pages that it asks for.",
      metric: {
        namespace: "CloudWatchSynthetics",
        name: "SuccessPercent",
        dimensions: { CanaryName: canaryName },
        statistic: "Average",
      },
      comparison: "below",
      threshold: 100,
      periodSeconds: everyMinutes * 60,
      evaluationPeriods: 1,
      // Single gaps between runs do not count, since CloudWatch looks further back for a value first:
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
      missingData: "breaching",
      runbook: "canary-failed",
    },
  ];
}
