import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition } from "./alarm-definition";

export interface CertificateAlarmsArgs {
  certificateArn: pulumi.Input<string>;
  /** Days before the end of the certificate at which somebody has to look. Default 30. */
  daysLeft?: number;
}

/**
 * A certificate that ACM does not renew, usually because its validation record has gone: ACM begins more than 40 days
 * before the end (https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html) and reports the days that are
 * left twice a day (https://docs.aws.amazon.com/acm/latest/userguide/cloudwatch-metrics.html).
 */
export function certificateAlarms({ certificateArn, daysLeft = 30 }: CertificateAlarmsArgs): AlarmDefinition[] {
  return [
    {
      name: "certificate-expiry",
      description: `The certificate ends in less than ${daysLeft} days and has not been renewed.`,
      metric: {
        namespace: "AWS/CertificateManager",
        name: "DaysToExpiry",
        dimensions: { CertificateArn: certificateArn },
        statistic: "Minimum",
      },
      comparison: "below",
      threshold: daysLeft,
      periodSeconds: 86_400,
      evaluationPeriods: 1,
      // A new certificate reports nothing for its first hours.
      missingData: "ignore",
      runbook: "certificate-expiry",
    },
  ];
}
