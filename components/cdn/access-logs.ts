import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";

// Everything that CloudFront tells of a request but cs(Cookie), which would put live sessions into the log:
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
const FIELDS = [
  "date",
  "time",
  "x-edge-location",
  "sc-bytes",
  "c-ip",
  "c-port",
  "cs-method",
  "cs(Host)",
  "cs-uri-stem",
  "cs-uri-query",
  "sc-status",
  "cs(Referer)",
  "cs(User-Agent)",
  "x-edge-result-type",
  "x-edge-detailed-result-type",
  "x-edge-response-result-type",
  "x-edge-request-id",
  "x-host-header",
  "cs-protocol",
  "cs-protocol-version",
  "cs-bytes",
  "time-taken",
  "time-to-first-byte",
  "x-forwarded-for",
  "ssl-protocol",
  "ssl-cipher",
  "sc-content-type",
  "sc-content-len",
];

// Deliveries of CloudFront's logs are kept in this one region; the bucket may be in any.
const REGION = "us-east-1";

/**
 * Delivers a distribution's access logs to a bucket, as JSON, which CloudFront does at no charge. AWS puts
 * `AWSLogs/<account>/CloudFront/` in front of the path.
 */
export function deliverAccessLogs(
  name: string,
  distributionArn: pulumi.Input<string>,
  bucketArn: pulumi.Input<string>,
  parent: pulumi.Resource,
): void {
  const source = new cloudwatch.LogDeliverySource(
    `${name}-logs-source`,
    { region: REGION, logType: "ACCESS_LOGS", resourceArn: distributionArn },
    { parent },
  );
  const destination = new cloudwatch.LogDeliveryDestination(
    `${name}-logs-destination`,
    {
      region: REGION,
      outputFormat: "json",
      deliveryDestinationConfiguration: { destinationResourceArn: bucketArn },
    },
    { parent },
  );
  new cloudwatch.LogDelivery(
    `${name}-logs`,
    {
      region: REGION,
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.arn,
      recordFields: FIELDS,
      s3DeliveryConfigurations: [
        { suffixPath: "{DistributionId}/{yyyy}/{MM}/{dd}/{HH}", enableHiveCompatiblePath: false },
      ],
    },
    { parent },
  );
}
