import { badStack, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { BUCKET } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";

const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const [BUCKET_TYPE = "", BUCKET_V2 = ""] = BUCKET;
// bucket.s3.<region>…, bucket.s3-<region>…, bucket.s3-website…, with dualstack and China's domain.
const S3_DOMAIN = /^(.+)\.s3(?:[.-][a-z0-9.-]+)?\.amazonaws\.com(?:\.cn)?$/;

const bucket = { type: BUCKET_TYPE, name: "assets", props: { bucket: "shop-assets" } };
const distribution = (domainName: unknown, origin: object = { originAccessControlId: "E1" }, refers?: string) => ({
  type: DISTRIBUTION,
  name: "cdn",
  props: { origins: [{ originId: "files", domainName, ...origin }] },
  ...(refers && { refers: { origins: refers } }),
});

export const cfS3OriginExists: Rule = {
  id: "cf-s3-origin-exists",
  title: "Every bucket behind a distribution is one's own",
  severity: "high",
  controls: { fsbp: ["CloudFront.12"], nist: ["CM-2", "SC-20"] },
  why: "Who creates a bucket by the name of a deleted origin serves his own files under one's domain.",
  fix: "Take the origin's domainName from a bucket of the stack (bucketRegionalDomainName), or list the bucket in buckets.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-12",
  types: [DISTRIBUTION],
  parameters: {
    buckets: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Names of buckets outside the stack that a distribution may serve.",
    },
  },
  checkStack({ subject, stack, params, each, violated }) {
    const allowed = new Set<string>(params.buckets);
    each(subject.props.at("origins").list(), (origin) => {
      const name = bucketNameOf(origin, subject, stack);
      if (name === undefined || allowed.has(name) || hasBucket(stack, name)) return;
      violated(origin.at("domainName"), "a bucket of this stack or of the list", "another bucket");
    });
  },
  cases: {
    stack: [
      goodStack("by reference, one of two buckets", [
        bucket,
        { ...bucket, name: "logs" },
        distribution(UNKNOWN, {}, "assets"),
      ]),
      goodStack("by known name", [bucket, distribution("shop-assets.s3.eu-west-1.amazonaws.com")]),
      goodStack("by known name, the older twin and the global domain", [
        { ...bucket, type: BUCKET_V2 },
        distribution("shop-assets.s3.amazonaws.com"),
      ]),
      goodStack("a listed bucket", [distribution("central.assets.s3-us-west-2.amazonaws.com")], {
        buckets: ["central.assets"],
      }),
      goodStack("no bucket", [distribution("app.example.com", { customOriginConfig: {} })]),
      goodStack("a server not known yet", [distribution(UNKNOWN, { vpcOriginConfig: { vpcOriginId: UNKNOWN } })]),
      goodStack("a load balancer not known yet", [distribution(UNKNOWN, { customOriginConfig: { httpsPort: 443 } })]),
      badStack("a foreign bucket", [bucket, distribution("other.s3.eu-west-1.amazonaws.com")], "origins[0].domainName"),
      badStack(
        "a foreign bucket as a website",
        [bucket, distribution("other.s3-website-eu-west-1.amazonaws.com", { customOriginConfig: {} })],
        "origins[0].domainName",
      ),
      badStack(
        "not in the list",
        [distribution("other.s3.dualstack.eu-west-1.amazonaws.com")],
        "origins[0].domainName",
        { buckets: ["central"] },
      ),
      unknownStack("domain not known", [bucket, distribution(UNKNOWN)], "domainName"),
      unknownStack(
        "a bucket whose name is not known",
        [{ ...bucket, props: { bucket: UNKNOWN } }, distribution("shop-assets.s3.amazonaws.com")],
        "bucket",
      ),
    ],
  },
};

/** The bucket that an origin names; nothing for a server and for a bucket of the stack that it is computed from. */
function bucketNameOf(origin: Value, distribution: Subject, stack: StackIndex): string | undefined {
  const domain = origin.at("domainName");
  if (domain.isUnknown()) {
    const references = new Set(distribution.references["origins"]);
    if (stack.ofTypes(BUCKET).some(({ urn }) => references.has(urn))) return undefined;
    if (origin.at("customOriginConfig").isSet() || origin.at("vpcOriginConfig").isSet()) return undefined;
  }
  return S3_DOMAIN.exec(domain.string() ?? "")?.[1];
}

/** Whether the stack has a bucket by that name; known names first, so that an unknown one does not hide them. */
function hasBucket(stack: StackIndex, name: string): boolean {
  const names = stack.ofTypes(BUCKET).map(({ props }) => props.at("bucket"));
  const isKnown = names.some((candidate) => !candidate.isUnknown() && candidate.string() === name);
  return isKnown || names.some((candidate) => candidate.isUnknown() && candidate.string() === name);
}
