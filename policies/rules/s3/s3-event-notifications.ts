import { badStack, goodStack, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";
import { bucket, bucketV2, setting, settingOfSome } from "./bucket-cases";

const TYPE = "aws:s3/bucketNotification:BucketNotification";

export const s3EventNotifications: Rule = {
  id: "s3-event-notifications",
  title: "Buckets tell of what happens in them",
  severity: "low",
  controls: { securityHub: ["S3.11"], nist: ["SI-4"] },
  references: { checkov: ["CKV2_AWS_62"] },
  why: "Without events, deletions and uploads that nobody expected are noticed only when somebody looks.",
  fix: "Declare an aws.s3.BucketNotification with the bucket's id and eventbridge: true, or a queue, topic or function.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-11",
  types: BUCKET,
  optIn: true,
  checkStack({ subject, stack, violated }) {
    const notifications = stack.pointingAt(subject, [TYPE], "bucket");
    if (!notifications.some(({ props }) => tellsSomebody(props)))
      violated("bucket", "a BucketNotification for this bucket", notifications.length > 0 ? "an empty one" : "none");
  },
  cases: {
    stack: [
      goodStack("to EventBridge", [bucket(), setting(TYPE, { eventbridge: true })]),
      goodStack("to a queue", [bucketV2(), setting(TYPE, { queues: [{ queueArn: UNKNOWN }] })]),
      goodStack("to a topic", [bucket(), setting(TYPE, { topics: { topicArn: UNKNOWN } })]),
      goodStack("to a function", [bucket(), setting(TYPE, { lambdaFunctions: [{}] })]),
      badStack("none", [bucket()], "bucket"),
      badStack("empty", [bucket(), setting(TYPE, { eventbridge: false, queues: [] })], "bucket"),
      unknownStack("not known", [bucket(), setting(TYPE, { eventbridge: UNKNOWN })], "eventbridge"),
      unknownStack("of some bucket", [bucket(), settingOfSome(TYPE, { eventbridge: true })], "bucket"),
    ],
  },
};

const tellsSomebody = (notification: Value): boolean =>
  notification.at("eventbridge").isTrue() ||
  ["queues", "topics", "lambdaFunctions"].some((key) => notification.at(key).list().length > 0);
