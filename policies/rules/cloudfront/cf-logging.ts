import { badStack, type CaseResource, goodStack, type Properties, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { DISTRIBUTION, DISTRIBUTIONS, MULTITENANT } from "./distributions";

const SOURCE = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
const DELIVERY = "aws:cloudwatch/logDelivery:LogDelivery";
const cdn = (props: Properties = {}, type = DISTRIBUTION): CaseResource => ({ type, name: "cdn", props });
const source = (of = "cdn"): CaseResource => ({
  type: SOURCE,
  name: "source",
  props: { name: "cdn-logs", resourceArn: UNKNOWN, logType: "ACCESS_LOGS" },
  refers: { resourceArn: of },
});
const delivery: CaseResource = {
  type: DELIVERY,
  name: "delivery",
  props: { deliverySourceName: UNKNOWN },
  refers: { deliverySourceName: "source" },
};

export const cfLogging: Rule = {
  id: "cf-logging",
  title: "Requests to every distribution are logged",
  severity: "medium",
  controls: { fsbp: ["CloudFront.5"], nist: ["AU-12"] },
  references: { checkov: ["CKV_AWS_86"], cdkNag: ["AwsSolutions-CFR3"] },
  why: "What CloudFront answers by itself never reaches the application's log: attacks and errors there go unseen.",
  fix: "Declare an aws.cloudwatch.LogDeliverySource with the distribution's ARN and a LogDelivery, or set loggingConfig.bucket.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-5",
  types: DISTRIBUTIONS,
  checkStack({ subject, props, stack, violated }) {
    const bucket = props.at("loggingConfig.bucket");
    if (bucket.isUnknown() || bucket.string()) return;
    const sources = stack.pointingAt(subject, [SOURCE], "resourceArn");
    if (sources.some((each) => stack.pointingAt(each, [DELIVERY], "deliverySourceName").length > 0)) return;
    const found = sources.length > 0 ? "a delivery source without a delivery" : "none";
    violated("loggingConfig.bucket", "a bucket, or a log delivery for this distribution", found);
  },
  cases: {
    stack: [
      goodStack("delivered", [cdn(), source(), delivery]),
      goodStack("delivered, by known names, for tenants", [
        cdn({ arn: "arn:aws:cloudfront::123456789012:distribution/E1" }, MULTITENANT),
        {
          ...source(),
          props: { name: "cdn-logs", resourceArn: "arn:aws:cloudfront::123456789012:distribution/E1" },
          refers: {},
        },
        { ...delivery, props: { deliverySourceName: "cdn-logs" }, refers: {} },
      ]),
      goodStack("to a bucket", [cdn({ loggingConfig: { bucket: "logs.s3.amazonaws.com" } })]),
      goodStack("to a bucket not known yet", [cdn({ loggingConfig: [{ bucket: UNKNOWN }] })]),
      badStack("none", [cdn()], "loggingConfig.bucket"),
      badStack("an empty name", [cdn({ loggingConfig: { bucket: "" } })], "loggingConfig.bucket"),
      badStack("a source without delivery", [cdn(), source()], "loggingConfig.bucket"),
      badStack(
        "another distribution's",
        [
          cdn(),
          { ...cdn({ loggingConfig: { bucket: "logs.s3.amazonaws.com" } }), name: "other" },
          source("other"),
          delivery,
        ],
        "loggingConfig.bucket",
      ),
      unknownStack("a source of something", [cdn(), { ...source(), refers: {} }], "resourceArn"),
    ],
  },
};
