import type { PolicyStatement } from "../iam";

/** ARN of a bucket, from its name: known before the bucket exists. */
export const bucketArn = (bucketName: string): string => `arn:aws:s3:::${bucketName}`;

/** Refuses every request without TLS, or with a TLS older than 1.2, whoever makes it. */
export function transportStatements(bucketName: string): PolicyStatement[] {
  const refused = {
    Effect: "Deny" as const,
    Principal: "*" as const,
    Action: "s3:*",
    Resource: [bucketArn(bucketName), `${bucketArn(bucketName)}/*`],
  };
  return [
    { Sid: "DenyPlainHttp", ...refused, Condition: { Bool: { "aws:SecureTransport": "false" } } },
    { Sid: "DenyOldTls", ...refused, Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
  ];
}

/**
 * Lets this account's CloudFront distributions read objects through origin access control. All of the account's, since
 * a distribution needs its origin before it has an ARN; the account is part of the pattern, so no other customer's
 * distribution fits (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html).
 */
export function cdnReadStatement(bucketName: string, account: string): PolicyStatement {
  return {
    Sid: "AllowCloudFrontRead",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "s3:GetObject",
    Resource: `${bucketArn(bucketName)}/*`,
    Condition: { ArnLike: { "aws:SourceArn": `arn:aws:cloudfront::${account}:distribution/*` } },
  };
}
