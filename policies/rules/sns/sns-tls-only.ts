import { badStack, type CaseResource, goodStack, type Properties, unknownStack, UNKNOWN } from "../../kernel/cases";
import { statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import type { Subject } from "../../kernel/subject";
import type { Value } from "../../kernel/value";
import { deniesPlainTransport } from "../../kernel/tls-only";

const TOPIC = "aws:sns/topic:Topic";
const POLICY = "aws:sns/topicPolicy:TopicPolicy";
const deny = (elements: object = {}, secure: unknown = "false"): string =>
  JSON.stringify({
    Statement: [
      {
        Effect: "Deny",
        Principal: "*",
        Action: "sns:Publish",
        Resource: "*",
        Condition: { Bool: { "aws:SecureTransport": secure } },
        ...elements,
      },
    ],
  });
const topic = (props: Properties = {}): CaseResource => ({ type: TOPIC, name: "alarms", props });
const policy = (document: unknown): CaseResource => ({
  type: POLICY,
  name: "policy",
  props: { arn: UNKNOWN, policy: document },
  refers: { arn: "alarms" },
});

export const snsTlsOnly: Rule = {
  id: "sns-tls-only",
  title: "Topics take messages over TLS only",
  severity: "medium",
  controls: { nist: ["SC-8(1)"] },
  references: { cdkNag: ["AwsSolutions-SNS3"] },
  why: "SNS also listens on plain HTTP, where anybody on the way can read and change what is published.",
  fix: "Add to the aws.sns.TopicPolicy a Deny of sns:Publish for * with Bool aws:SecureTransport false.",
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit",
  types: [TOPIC],
  checkStack({ subject, stack, violated }) {
    const separate = stack.pointingAt(subject, [POLICY], "arn").map(({ props }) => props.at("policy"));
    const statements = [...separate, ...inlinePolicy(subject)].flatMap((document) => statementsOf(document));
    if (!statements.some((statement) => deniesPlainTransport(statement, "sns:Publish")))
      violated("policy", "a Deny of sns:Publish without TLS", "none");
  },
  cases: {
    stack: [
      goodStack("denied in a separate policy", [topic(), policy(deny())]),
      goodStack("denied inline, for every action, as a document", [
        topic({ policy: JSON.parse(deny({ Principal: { AWS: ["*"] }, Action: ["sns:*"] }, [false])) }),
      ]),
      goodStack("a separate policy where AWS will answer with it", [topic({ policy: UNKNOWN }), policy(deny())]),
      goodStack("denied in capitals, to a principal too much", [
        topic(),
        policy(deny({ Principal: { AWS: ["123456789012", "*"] } }, "False")),
      ]),
      badStack("no policy", [topic()], "policy"),
      badStack("no policy, where AWS will answer with its default", [topic({ policy: UNKNOWN })], "policy"),
      badStack("allowed", [topic(), policy(deny({ Effect: "Allow" }))], "policy"),
      badStack("denied over TLS", [topic(), policy(deny({}, "true"))], "policy"),
      badStack("another action", [topic(), policy(deny({ Action: "sns:Subscribe" }))], "policy"),
      badStack("some principals", [topic(), policy(deny({ Principal: { AWS: "123456789012" } }))], "policy"),
      badStack("no condition", [topic(), policy(deny({ Condition: {} }))], "policy"),
      badStack(
        "on another key",
        [topic(), policy(deny({ Condition: { Bool: { "aws:ViaAWSService": "false" } } }))],
        "policy",
      ),
      badStack(
        "on one condition more",
        [
          topic(),
          policy(
            deny({ Condition: { Bool: { "aws:SecureTransport": "false" }, StringEquals: { "aws:SourceVpc": "v" } } }),
          ),
        ],
        "policy",
      ),
      badStack("no JSON", [topic(), policy("{")], "policy"),
      unknownStack("policy not known", [topic(), policy(UNKNOWN)], "policy"),
      unknownStack("inline policy not known", [{ ...topic({ policy: UNKNOWN }), refers: { policy: "key" } }], "policy"),
    ],
  },
};

/** Left out, the property is what AWS answers: its default policy, or the separate one. */
function inlinePolicy({ props, references }: Subject): Value[] {
  const policy = props.at("policy");
  return policy.isSet() && (!policy.isUnknown() || references["policy"]?.length) ? [policy] : [];
}
