import type { Context } from "../iam/context";
import type { DeployedResource, DeployedStack } from "../program/deployed-stack";
import { type Call, on } from "./call";
import { bucketArn } from "./scope";

/** A call that a service of AWS makes by itself, which a policy at the resource has to let in. */
export interface ServiceCall extends Call {
  /** `logs.us-east-1.amazonaws.com` */
  service: string;
}

/** Every call without which something of the stack stays silent: no log, no alarm, no file at the edge. */
export function serviceCallsOf(stack: DeployedStack): ServiceCall[] {
  return [
    ...stack.all("aws:cloudwatch/logGroup:LogGroup").flatMap(encryptLog),
    ...stack.all("aws:cloudwatch/metricAlarm:MetricAlarm").flatMap((alarm) => tell(alarm, stack)),
    ...stack.all("aws:s3/bucketLogging:BucketLogging").flatMap((logging) => logRequests(logging, stack)),
    ...stack.all("aws:lb/loadBalancer:LoadBalancer").flatMap((balancer) => logVisits(balancer, stack)),
    ...stack.all("aws:cloudfront/distribution:Distribution").flatMap((cdn) => serveFiles(cdn, stack)),
    ...stack.all("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination").flatMap((to) => deliver(to, stack)),
  ];
}

const by = (service: string, context: Context, calls: Call[]): ServiceCall[] =>
  calls.map((call) => ({ ...call, service, context: { ...context, ...call.context } }));

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
function encryptLog({ props: { kmsKeyId, arn } }: DeployedResource): ServiceCall[] {
  if (!kmsKeyId) return [];
  const context = { "kms:EncryptionContext:aws:logs:arn": arn as string };
  return by(
    `logs.${regionOf(arn)}.amazonaws.com`,
    context,
    on(kmsKeyId, "kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"),
  );
}

/** An alarm tells its topic, and CloudWatch opens the topic's key for that. */
function tell({ props }: DeployedResource, stack: DeployedStack): ServiceCall[] {
  const context = { "aws:SourceAccount": stack.config.account, "aws:SourceArn": props.arn as string };
  const actions = [props.alarmActions, props.okActions].flat().filter((arn): arn is string => arn !== undefined);
  return [...new Set(actions)].flatMap((topicArn) => {
    const topic = stack.all("aws:sns/topic:Topic").find((each) => each.props.arn === topicArn);
    const key: string | undefined = topic?.props.kmsMasterKeyId;
    const open = key === undefined ? [] : on(key, "kms:Decrypt", "kms:GenerateDataKey");
    return by("cloudwatch.amazonaws.com", context, [...on(topicArn, "sns:Publish"), ...open]);
  });
}

function logRequests({ props }: DeployedResource, { config }: DeployedStack): ServiceCall[] {
  const context = { "aws:SourceAccount": config.account, "aws:SourceArn": bucketArn(props.bucket) };
  const file = `${bucketArn(props.targetBucket)}/${props.targetPrefix}${config.account}/log`;
  return by("logging.s3.amazonaws.com", context, on(file, "s3:PutObject"));
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html */
function logVisits({ props }: DeployedResource, { config }: DeployedStack): ServiceCall[] {
  const context = { "aws:SourceAccount": config.account, "aws:SourceArn": props.arn as string };
  const targets = [props.accessLogs, props.connectionLogs].filter((logs) => logs?.enabled);
  return targets.flatMap(({ bucket, prefix }) => {
    const file = `${bucketArn(bucket)}/${prefix}/AWSLogs/${config.account}/elasticloadbalancing/log`;
    return by("logdelivery.elasticloadbalancing.amazonaws.com", context, on(file, "s3:PutObject"));
  });
}

/** CloudFront reads the objects of its origins, and opens the key that they are encrypted with. */
function serveFiles({ props }: DeployedResource, stack: DeployedStack): ServiceCall[] {
  const context = { "aws:SourceAccount": stack.config.account, "aws:SourceArn": props.arn as string };
  const buckets = stack
    .all("aws:s3/bucket:Bucket")
    .filter((bucket) => props.origins.some(isOrigin(bucket)))
    .map((bucket) => bucket.props.bucket as string);
  return buckets.flatMap((bucket) => {
    const encryption = stack
      .all("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
      .find((each) => each.props.bucket === bucket);
    const key = encryption?.props.rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId;
    const file = on(`${bucketArn(bucket)}/some/object`, "s3:GetObject");
    return by("cloudfront.amazonaws.com", context, [...file, ...(key ? on(key, "kms:Decrypt") : [])]);
  });
}

const isOrigin =
  (bucket: DeployedResource) =>
  ({ domainName }: { domainName: string }): boolean =>
    domainName === bucket.props.bucketRegionalDomainName;

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html */
function deliver({ props }: DeployedResource, { config }: DeployedStack): ServiceCall[] {
  const bucket: string = props.deliveryDestinationConfiguration.destinationResourceArn;
  const context = {
    "aws:SourceAccount": config.account,
    "aws:SourceArn": `arn:aws:logs:us-east-1:${config.account}:delivery-source:cdn`,
    "s3:x-amz-acl": "bucket-owner-full-control",
  };
  return by(
    "delivery.logs.amazonaws.com",
    context,
    on(`${bucket}/AWSLogs/${config.account}/CloudFront/log`, "s3:PutObject"),
  );
}

const regionOf = (arn: string): string => arn.split(":")[3] ?? "";
