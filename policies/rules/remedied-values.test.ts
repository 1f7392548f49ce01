import { rules } from ".";
import type { Properties } from "../kernel/cases";
import { parametersOf } from "../kernel/evaluate";
import { applyRemedy } from "../kernel/remedy";
import { subjectOf } from "../kernel/run-case";
import { UNKNOWN } from "../kernel/unknown";

/** The inputs of a resource of the rule's first type, or of this one, after the remedy. */
function remedied(
  id: string,
  props: Properties,
  { type, params = {} }: { type?: string; params?: Properties },
): object {
  const rule = rules.find((each) => each.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  const inputs = structuredClone(props);
  const subject = subjectOf({ type: type ?? rule.types[0] ?? "", name: "thing", props: inputs });
  applyRemedy(rule, subject, inputs, parametersOf(rule, params));
  return inputs;
}

const BUCKET = "aws:s3/bucket:Bucket";
const VPC_ORIGIN = "aws:cloudfront/vpcOrigin:VpcOrigin";
const OWN_LIST = { params: { policies: ["ELBSecurityPolicy-TLS13-1-3-2021-06"] } };

// What the rules leave open: of several values that satisfy one, the remedy takes this.
describe("remedies", () => {
  it.each<
    [rule: string, what: string, before: Properties, after: Properties, of?: { type?: string; params?: Properties }]
  >([
    ["log-group-retention", "delete nothing that is kept for ever", {}, { retentionInDays: 3653 }],
    ["log-group-retention", "take the provider's 0 for ever too", { retentionInDays: 0 }, { retentionInDays: 3653 }],
    ["log-group-retention", "keep for the time demanded", { retentionInDays: 30 }, { retentionInDays: 365 }],
    [
      "log-group-retention",
      "keep for the next time that AWS takes",
      { retentionInDays: 30 },
      { retentionInDays: 400 },
      { params: { minimumDays: 366 } },
    ],
    [
      "vpc-default-sg-closed",
      "write empty lists, as those that are left out remove no rule",
      { vpcId: UNKNOWN, egress: [{ protocol: "-1" }] },
      { vpcId: UNKNOWN, egress: [] },
    ],
    [
      "alb-listener-tls-policy",
      "keep to the organisation's list",
      { protocol: "HTTPS" },
      { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" },
      OWN_LIST,
    ],
    [
      "secret-rotation-period",
      "write one of the two ways",
      { rotationRules: { scheduleExpression: "rate(365 days)", duration: "3h" } },
      { rotationRules: { automaticallyAfterDays: 90, duration: "3h" } },
    ],
    [
      "iam-password-policy",
      "leave what is stronger",
      { minimumPasswordLength: 20, requireNumbers: UNKNOWN },
      {
        minimumPasswordLength: 20,
        passwordReusePrevention: 24,
        requireLowercaseCharacters: true,
        requireNumbers: UNKNOWN,
        requireSymbols: true,
        requireUppercaseCharacters: true,
      },
    ],
    [
      "s3-lifecycle-abort-multipart",
      "add a rule for the whole bucket",
      { rules: [{ id: "age", status: "Enabled", filter: { prefix: "tmp/" }, expiration: { days: UNKNOWN } }] },
      {
        rules: [
          { id: "age", status: "Enabled", filter: { prefix: "tmp/" }, expiration: { days: UNKNOWN } },
          {
            id: "abort-incomplete-uploads",
            status: "Enabled",
            filter: {},
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
    ],
    [
      "s3-lifecycle-abort-multipart",
      "add a rule inline",
      { lifecycleRules: [{ enabled: false }] },
      {
        lifecycleRules: [
          { enabled: false },
          { id: "abort-incomplete-uploads", enabled: true, abortIncompleteMultipartUploadDays: 7 },
        ],
      },
      { type: BUCKET },
    ],
    [
      "s3-lifecycle-abort-multipart",
      "leave rules of the old form alone, beside which S3 takes no filter",
      { rules: [{ status: "Enabled", prefix: "tmp/" }] },
      { rules: [{ status: "Enabled", prefix: "tmp/" }] },
    ],
    [
      "cf-origin-tls-versions",
      "write the list of a VPC origin as its object",
      { vpcOriginEndpointConfig: { originSslProtocols: { items: ["TLSv1.1", "TLSv1.2"], quantity: 2 } } },
      { vpcOriginEndpointConfig: { originSslProtocols: { items: ["TLSv1.2"], quantity: 1 } } },
      { type: VPC_ORIGIN },
    ],
    [
      "kms-deletion-guard",
      "leave a key disabled",
      { isEnabled: false, deletionWindowInDays: 7 },
      { isEnabled: false, deletionWindowInDays: 30 },
    ],
    [
      "alb-security-response-headers",
      "leave frames and scripts to the application, and what a header says beside its time",
      { protocol: "HTTPS", routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=300; includeSubDomains" },
      {
        protocol: "HTTPS",
        routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000; includeSubDomains",
        routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
        routingHttpResponseServerEnabled: false,
      },
    ],
    ["alb-security-response-headers", "leave HTTP alone", { protocol: "HTTP" }, { protocol: "HTTP" }],
    [
      "alb-security-response-headers",
      "leave what is not known yet",
      {
        protocol: "HTTPS",
        routingHttpResponseStrictTransportSecurityHeaderValue: UNKNOWN,
        routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
        routingHttpResponseServerEnabled: false,
      },
      {
        protocol: "HTTPS",
        routingHttpResponseStrictTransportSecurityHeaderValue: UNKNOWN,
        routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
        routingHttpResponseServerEnabled: false,
      },
    ],
    [
      "pulumi-required-tags",
      "write the tags where the provider's default tags are too",
      { tags: { stack: "prod" }, tagsAll: { stack: "prod", team: "shop" } },
      { tags: { stack: "prod", owner: "data" }, tagsAll: { stack: "prod", team: "shop", owner: "data" } },
      { params: { keys: ["team", "owner", "stack"], values: { team: "other", owner: "data" } } },
    ],
    [
      "pulumi-required-tags",
      "leave tags alone whose default tags are not known",
      { tagsAll: UNKNOWN },
      { tagsAll: UNKNOWN },
      { params: { keys: ["team"], values: { team: "shop" } } },
    ],
    [
      "ecr-scan-on-push",
      "leave a setting that is not known",
      { imageScanningConfiguration: { scanOnPush: UNKNOWN } },
      { imageScanningConfiguration: { scanOnPush: UNKNOWN } },
    ],
    ["secret-policy-not-public", "leave the policy alone", { policy: "{" }, { policy: "{", blockPublicPolicy: true }],
  ])("%s: %s", (id, _what, before, after, of = {}) => {
    expect(remedied(id, before, of)).toEqual(after);
  });
});
