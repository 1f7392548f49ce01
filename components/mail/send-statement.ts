import type { PolicyStatement } from "../iam";

export interface SenderArgs {
  account: string;
  region: string;
  domain: string;
  configurationSetName: string;
  /** Addresses that may stand as the sender. */
  from: readonly string[];
}

/**
 * The right to send in the name of these addresses and by this configuration set, and no other
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html).
 */
export function sendStatement({ account, region, domain, configurationSetName, from }: SenderArgs): PolicyStatement {
  return {
    Sid: "SendMail",
    Effect: "Allow",
    Action: ["ses:SendEmail", "ses:SendRawEmail"],
    Resource: [
      `arn:aws:ses:${region}:${account}:identity/${domain}`,
      `arn:aws:ses:${region}:${account}:configuration-set/${configurationSetName}`,
    ],
    Condition: { StringEquals: { "ses:FromAddress": [...from] } },
  };
}
