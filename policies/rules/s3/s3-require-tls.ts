import { badStack, goodStack, UNKNOWN, unknownStack } from "../../kernel/cases";
import { coversAction, type Statement, statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import { BUCKET, BUCKET_POLICY } from "../../kernel/tokens";
import { bucket, bucketV2, setting, settingOfSome } from "./bucket-cases";
import { policiesOf } from "./bucket-settings";

const [POLICY] = BUCKET_POLICY;
// One of each kind, for statements that name actions by wildcards.
const SAMPLES = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"];

const plain = { Bool: { "aws:SecureTransport": "false" } };
const both = ["arn:aws:s3:::assets", "arn:aws:s3:::assets/*"];
const deny = (statement: object = {}): object => ({
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: both,
  Condition: plain,
  ...statement,
});
const policy = (...statements: object[]) => ({ policy: JSON.stringify({ Statement: statements }) });

export const s3RequireTls: Rule = {
  id: "s3-require-tls",
  title: "Every bucket refuses requests without TLS",
  severity: "medium",
  controls: { fsbp: ["S3.5"], cis: ["2.1.1"], nist: ["SC-8(1)"] },
  references: { checkov: ["CKV_AWS_379"], cdkNag: ["AwsSolutions-S10"] },
  why: "S3 answers over plain HTTP too, where everybody on the way can read and change what passes.",
  fix: 'Give the bucket an aws.s3.BucketPolicy that denies "s3:*" to "*" on the bucket and its objects when aws:SecureTransport is "false".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-5",
  types: BUCKET,
  checkStack({ subject, stack, violated }) {
    const policies = policiesOf(stack, subject);
    const resources = policies
      .flatMap(statementsOf)
      .filter(refusesPlainHttp)
      .flatMap((statement) => statement.resources);
    const place = policies.length > 0 ? "policy" : "bucket";
    const expected = "a Deny of s3:* for everybody when aws:SecureTransport is false";
    if (!resources.some(isBucket)) violated(place, `${expected}, on the bucket`, "none", "bucket");
    if (!resources.some(areObjects)) violated(place, `${expected}, on its objects`, "none", "objects");
  },
  cases: {
    stack: [
      goodStack("one statement for both", [bucket(), setting(POLICY, policy(deny()))]),
      goodStack("two statements, a list of one, a boolean", [
        bucket(),
        setting(
          POLICY,
          policy(
            deny({ Resource: [both[0]], Principal: { AWS: ["123456789012", "*"] } }),
            deny({ Resource: both[1], Condition: { BoolIfExists: { "AWS:SecureTransport": [false, "False"] } } }),
          ),
        ),
      ]),
      goodStack("inline, as a document", [
        bucket({ policy: { Statement: deny({ Action: "*", Resource: "arn:aws:s3:::assets*" }) } }),
      ]),
      goodStack("by known name, the older twin, beside another statement", [
        bucketV2({ bucket: "assets" }),
        {
          ...settingOfSome(POLICY, policy({ Effect: "Allow", Principal: "*", Action: "s3:GetObject" }, deny())),
          props: { bucket: "assets", ...policy(deny()) },
        },
      ]),
      badStack("no policy", [bucket()], ["bucket", "bucket"]),
      badStack("another bucket's policy", [bucket(), bucket({ ...policy(deny()) }, "other")], ["bucket", "bucket"]),
      badStack("objects alone", [bucket(), setting(POLICY, policy(deny({ Resource: both[1] })))], "policy"),
      badStack("the bucket alone", [bucket(), setting(POLICY, policy(deny({ Resource: both[0] })))], "policy"),
      ...(
        [
          ["an Allow", { Effect: "Allow" }],
          ["one principal", { Principal: { AWS: "123456789012" } }],
          ["reading alone", { Action: ["s3:Get*", "s3:List*"] }],
          ["no condition", { Condition: undefined }],
          ["requests with TLS refused", { Condition: { Bool: { "aws:SecureTransport": "true" } } }],
          ["requests with TLS refused too", { Condition: { Bool: { "aws:SecureTransport": ["false", "true"] } } }],
          ["every request refused", { Condition: { Null: { "aws:SecureTransport": "false" } } }],
          ["another key", { Condition: { Bool: { "aws:ViaAWSService": "false" } } }],
          ["a second condition", { Condition: { ...plain, StringEquals: { "aws:SourceVpc": "vpc-1" } } }],
        ] as const
      ).map(([name, statement]) =>
        badStack(name, [bucket(), setting(POLICY, policy(deny(statement)))], ["policy", "policy"]),
      ),
      badStack("no JSON", [bucket(), setting(POLICY, { policy: "{" })], "policy"),
      unknownStack("policy not known", [bucket(), setting(POLICY, { policy: UNKNOWN })], "policy"),
      unknownStack("a policy of some bucket", [bucket(), settingOfSome(POLICY, policy(deny()))], "bucket"),
    ],
  },
};

/** Whether a statement refuses every request without TLS, and only those. */
function refusesPlainHttp(statement: Statement): boolean {
  const [condition, ...more] = statement.conditions;
  return (
    statement.effect === "Deny" &&
    statement.principals.some(({ id }) => id === "*") &&
    SAMPLES.every((action) => coversAction(statement, action)) &&
    more.length === 0 &&
    condition?.operator === "bool" &&
    condition.key === "aws:securetransport" &&
    condition.values.every((value) => value.toLowerCase() === "false")
  );
}

// S3 accepts no resource of another bucket in a bucket's policy, so that the name need not be compared.
const isBucket = (resource: string): boolean => !resource.includes("/");
const areObjects = (resource: string): boolean => /\/\*$|^[^/]*\*$/.test(resource);
