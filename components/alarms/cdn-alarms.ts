import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition } from "./alarm-definition";

export interface CdnAlarmsArgs {
  distributionId: pulumi.Input<string>;
  /** Share of answers of 500 and above that is still borne, in percent. Default 5. */
  serverErrorPercent?: number;
}

/** Errors as users at the edge see them. CloudFront reports to us-east-1 only, so there the alarms must stand. */
export function cdnAlarms({ distributionId, serverErrorPercent = 5 }: CdnAlarmsArgs): AlarmDefinition[] {
  return [
    {
      name: "server-errors",
      description: `More than ${serverErrorPercent} % of CloudFront's answers were 5xx for 10 minutes.`,
      metric: {
        namespace: "AWS/CloudFront",
        name: "5xxErrorRate",
        dimensions: { DistributionId: distributionId, Region: "Global" },
        statistic: "Average",
      },
      comparison: "above",
      threshold: serverErrorPercent,
      periodSeconds: 300,
      evaluationPeriods: 2,
      missingData: "notBreaching",
      runbook: "cdn-server-errors",
    },
  ];
}
