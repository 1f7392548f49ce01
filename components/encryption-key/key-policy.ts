import type { PolicyStatement } from "../iam";

/** The AWS services that may use a key by its own policy; everybody else needs a statement in an IAM policy. */
export const KeyService = {
  /** CloudWatch Logs: encrypts and reads the log groups of this account and region. */
  Logs: "logs",
  /** CloudWatch alarms that publish to an SNS topic encrypted with the key. */
  Alarms: "alarms",
  /** EventBridge rules that publish to an SNS topic encrypted with the key. */
  Events: "events",
  /** AWS Budgets that publish to an SNS topic encrypted with the key. */
  Budgets: "budgets",
  /** Cost Anomaly Detection that publishes to an SNS topic encrypted with the key. */
  CostAnomalies: "costAnomalies",
  /** CloudFront: reads objects of an encrypted bucket through origin access control. */
  CloudFront: "cloudfront",
  /** Log delivery (CloudFront and other vended logs) into a bucket encrypted with the key. */
  LogDelivery: "logDelivery",
} as const;
export type KeyService = (typeof KeyService)[keyof typeof KeyService];

/** Where a key lives and whom its policy names. */
export interface KeyHome {
  /** Account id, 12 digits. */
  account: string;
  /** Region of the key. */
  region: string;
}

/**
 * The statements of a key policy: the account's own administration, without which nobody could manage the key any
 * more and IAM policies would not count (https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html),
 * and one statement for each service, narrowed to this account, where the service allows it, so that no other
 * customer's resource can use the key through the service. `*` as a key policy's resource is this key alone.
 */
export function keyPolicyStatements(home: KeyHome, services: KeyService[]): PolicyStatement[] {
  return [
    {
      Sid: "AccountAdministration",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${home.account}:root` },
      Action: "kms:*",
      Resource: "*",
    },
    ...[...new Set(services)].sort().map((service) => statements[service](home)),
  ];
}

const statements: { [Service in KeyService]: (home: KeyHome) => PolicyStatement } = {
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
  logs: ({ account, region }) => ({
    Sid: "CloudWatchLogs",
    Effect: "Allow",
    Principal: { Service: `logs.${region}.amazonaws.com` },
    Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
    Resource: "*",
    Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${account}:log-group:*` } },
  }),
  // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
  alarms: ({ account }) => ({
    Sid: "CloudWatchAlarms",
    Effect: "Allow",
    Principal: { Service: "cloudwatch.amazonaws.com" },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: { StringEquals: { "aws:SourceAccount": account } },
  }),
  // The one service that cannot be narrowed: EventBridge does not publish to an encrypted topic whose key asks for
  // aws:SourceAccount or aws:SourceArn (same page). The topic's own policy says whose events it takes.
  events: () => ({
    Sid: "EventBridge",
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
  }),
  // https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html
  budgets: ({ account }) => ({
    Sid: "Budgets",
    Effect: "Allow",
    Principal: { Service: "budgets.amazonaws.com" },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: { StringEquals: { "aws:SourceAccount": account } },
  }),
  // https://docs.aws.amazon.com/cost-management/latest/userguide/ad-SNS.html
  costAnomalies: ({ account }) => ({
    Sid: "CostAnomalies",
    Effect: "Allow",
    Principal: { Service: "costalerts.amazonaws.com" },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: { StringEquals: { "aws:SourceAccount": account } },
  }),
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html:
  // only Decrypt, because the bucket policies let CloudFront read and nothing else.
  cloudfront: ({ account }) => ({
    Sid: "CloudFront",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "kms:Decrypt",
    Resource: "*",
    Condition: { ArnLike: { "aws:SourceArn": `arn:aws:cloudfront::${account}:distribution/*` } },
  }),
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
  logDelivery: ({ account, region }) => ({
    Sid: "LogDelivery",
    Effect: "Allow",
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
    Resource: "*",
    Condition: {
      StringEquals: { "aws:SourceAccount": account },
      ArnLike: { "aws:SourceArn": `arn:aws:logs:${region}:${account}:*` },
    },
  }),
};
