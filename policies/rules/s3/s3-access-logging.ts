import { badStack, goodStack, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET, BUCKET_LOGGING, BUCKET_POLICY } from "../../kernel/tokens";
import { bucket, bucketV2, setting, settingOfSome } from "./bucket-cases";
import { LOGGING, settingsOf } from "./bucket-settings";
import { isLogBucket } from "./log-buckets";

const [TYPE, V2] = BUCKET_LOGGING;
const WRITERS = [
  ["aws:s3/bucketLoggingV2:BucketLoggingV2", "targetBucket"],
  ["aws:s3/bucket:Bucket", "logging"],
  ["aws:s3/bucketV2:BucketV2", "loggings"],
  ["aws:alb/loadBalancer:LoadBalancer", "accessLogs"],
  ["aws:lb/loadBalancer:LoadBalancer", "connectionLogs"],
  ["aws:cloudfront/distribution:Distribution", "loggingConfig"],
  ["aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", "deliveryDestinationConfiguration"],
  ["aws:ec2/flowLog:FlowLog", "logDestination"],
  ["aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "logDestinationConfigs"],
  ["aws:cloudtrail/trail:Trail", "s3BucketName"],
  ["aws:cfg/deliveryChannel:DeliveryChannel", "s3BucketName"],
] as const;
const SERVICES = [
  "cloudtrail.amazonaws.com",
  "config.amazonaws.com",
  "delivery.logs.amazonaws.com",
  "logdelivery.elasticloadbalancing.amazonaws.com",
  "logging.s3.amazonaws.com",
];
const logging = (of?: string) => setting(TYPE, { targetBucket: "central-logs", targetPrefix: "s3/" }, of);
const admitting = (service: string | string[]) => ({
  policy: JSON.stringify({
    Statement: { Effect: "Allow", Principal: { Service: service }, Action: "s3:PutObject", Resource: "*" },
  }),
});

export const s3AccessLogging: Rule = {
  id: "s3-access-logging",
  title: "Requests to every bucket are logged",
  severity: "medium",
  controls: { fsbp: ["S3.9"], cis: ["3.4"], nist: ["AU-12"] },
  references: { checkov: ["CKV_AWS_18"], cdkNag: ["AwsSolutions-S1"] },
  why: "Without the log nobody can say afterwards who read or deleted what.",
  fix: "Declare an aws.s3.BucketLogging with the bucket's id and a log bucket of the same region as targetBucket.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-9",
  types: BUCKET,
  checkStack({ subject, stack, violated }) {
    // Computed from another bucket it is said, even while its value is not known.
    const isComputed = LOGGING.inline.some((property) => subject.references[property]?.length);
    if (isComputed || settingsOf(stack, subject, LOGGING).length > 0 || isLogBucket(stack, subject)) return;
    violated("bucket", "a BucketLogging for this bucket", "none in the stack");
  },
  cases: {
    stack: [
      goodStack("separate", [bucket(), logging()]),
      goodStack("the older twins", [bucketV2(), setting(V2, { targetBucket: "central-logs" })]),
      goodStack("inline", [bucket({ logging: { targetBucket: "central-logs" } })]),
      goodStack("inline in the older twin", [bucketV2({ loggings: [{ targetBucket: "central-logs" }] })]),
      goodStack("a log bucket itself, by reference", [
        bucket(),
        bucket({}, "logs"),
        { ...logging(), refers: { bucket: "assets", targetBucket: "logs" } },
      ]),
      goodStack("a log bucket itself, by known name", [
        bucket({ bucket: "central-logs" }, "logs"),
        bucket({ logging: { targetBucket: UNKNOWN } }),
        logging("assets"),
      ]),
      ...WRITERS.map(([type, property]) =>
        goodStack(`a log bucket, by ${property} of ${type}`, [
          bucket({}, "logs"),
          bucket({ logging: { targetBucket: "x" } }),
          {
            type,
            name: "writer",
            props: { [property]: UNKNOWN },
            refers: { ...(BUCKET_LOGGING.includes(type) && { bucket: "assets" }), [property]: "logs" },
          },
        ]),
      ),
      ...SERVICES.map((service) =>
        goodStack(`a log bucket for other stacks, by its policy for ${service}`, [
          bucket({}, "logs"),
          setting(BUCKET_POLICY[0], admitting(["ecs.amazonaws.com", service]), "logs"),
        ]),
      ),
      badStack("not logged", [bucket(), bucket({}, "other"), logging("other")], "bucket"),
      badStack(
        "not logged, while another logs to some bucket",
        [bucket(), { ...setting(TYPE, { targetBucket: UNKNOWN }, "other") }, bucket({}, "other")],
        "bucket",
      ),
      badStack(
        "a policy for another service",
        [bucket(), setting(BUCKET_POLICY[0], admitting("cloudfront.amazonaws.com"))],
        "bucket",
      ),
      badStack(
        "a policy that denies a log service",
        [
          bucket(),
          setting(BUCKET_POLICY[0], { policy: admitting("logging.s3.amazonaws.com").policy.replace("Allow", "Deny") }),
        ],
        "bucket",
      ),
      badStack("an empty list in the older twin", [bucketV2({ loggings: [] })], "bucket"),
      unknownStack("a log of some bucket", [bucket(), settingOfSome(TYPE)], "bucket"),
      unknownStack(
        "whether it is a log bucket not known",
        [bucket(), setting(BUCKET_POLICY[0], { policy: UNKNOWN })],
        "policy",
      ),
    ],
  },
};
