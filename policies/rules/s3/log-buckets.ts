import { statementsOf } from "../../kernel/policy-document";
import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { BUCKET, BUCKET_LOGGING, LOAD_BALANCER } from "../../kernel/tokens";
import { policiesOf } from "./bucket-settings";

/** Who writes logs to a bucket, and the property by which it names the bucket. */
const WRITERS: readonly (readonly [types: readonly string[], properties: readonly string[]])[] = [
  [BUCKET_LOGGING, ["targetBucket"]],
  [BUCKET, ["logging", "loggings"]],
  [LOAD_BALANCER, ["accessLogs", "connectionLogs"]],
  [["aws:cloudfront/distribution:Distribution"], ["loggingConfig"]],
  [["aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination"], ["deliveryDestinationConfiguration"]],
  [["aws:ec2/flowLog:FlowLog"], ["logDestination"]],
  [["aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"], ["logDestinationConfigs"]],
  [["aws:cloudtrail/trail:Trail", "aws:cfg/deliveryChannel:DeliveryChannel"], ["s3BucketName"]],
];

const LOG_SERVICES = new Set([
  "cloudtrail.amazonaws.com",
  "config.amazonaws.com",
  "delivery.logs.amazonaws.com",
  "logdelivery.elasticloadbalancing.amazonaws.com",
  "logging.s3.amazonaws.com",
]);

/**
 * Whether a bucket holds the logs of others: something in the stack logs to it, or its policy admits AWS's log
 * services. Its own requests need no log, and not every service delivers to a bucket with a KMS key.
 */
export function isLogBucket(stack: StackIndex, bucket: Subject): boolean {
  return isTarget(stack, bucket) || admitsLogServices(stack, bucket);
}

function isTarget(stack: StackIndex, bucket: Subject): boolean {
  return WRITERS.some(([types, properties]) =>
    stack
      .ofTypes(types)
      .some((writer) =>
        properties.some(
          (property) =>
            writer.references[property]?.includes(bucket.urn) ||
            (!writer.props.at(property).isUnknown() && stack.targets(writer, property, BUCKET).includes(bucket)),
        ),
      ),
  );
}

function admitsLogServices(stack: StackIndex, bucket: Subject): boolean {
  return policiesOf(stack, bucket)
    .flatMap(statementsOf)
    .some(
      ({ effect, principals }) =>
        effect === "Allow" && principals.some(({ kind, id }) => kind === "Service" && LOG_SERVICES.has(id)),
    );
}
