import type { AlarmDefinition } from "./alarm-definition";

export interface MailAlarmsArgs {
  configurationSetName: string;
}

/**
 * Mail that bounces or is complained about: at these rates AWS puts an account under review, at twice and five times as
 * much it may stop the account's sending (https://docs.aws.amazon.com/ses/latest/dg/reputationdashboard-dg.html and
 * https://docs.aws.amazon.com/ses/latest/dg/faqs-enforcement.html).
 */
const BOUNCE_RATE = 0.05;
const COMPLAINT_RATE = 0.001;

export function mailAlarms({ configurationSetName }: MailAlarmsArgs): AlarmDefinition[] {
  const rate = (name: string) => ({
    namespace: "AWS/SES",
    name,
    dimensions: { "ses:configuration-set": configurationSetName },
    statistic: "Average" as const,
  });
  // SES reports a rate only when it changes: silence leaves the alarm as it is.
  const common = { comparison: "atLeast", periodSeconds: 3600, evaluationPeriods: 1, missingData: "ignore" } as const;
  return [
    {
      ...common,
      name: "bounces",
      description: "Five of a hundred mails or more bounce for good; AWS reviews accounts at this rate.",
      metric: rate("Reputation.BounceRate"),
      threshold: BOUNCE_RATE,
      runbook: "mail-bounces",
    },
    {
      ...common,
      name: "complaints",
      description: "One of a thousand receivers or more calls the mail spam; AWS reviews accounts at this rate.",
      metric: rate("Reputation.ComplaintRate"),
      threshold: COMPLAINT_RATE,
      runbook: "mail-complaints",
    },
    {
      name: "rejects",
      description: "Amazon SES refused to send mail in which it found malware.",
      metric: { ...rate("Reject"), statistic: "Sum" },
      comparison: "above",
      threshold: 0,
      periodSeconds: 300,
      evaluationPeriods: 1,
      missingData: "notBreaching",
      runbook: "mail-rejects",
    },
  ];
}
