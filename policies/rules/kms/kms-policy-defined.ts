import { badStack, type CaseResource, goodStack, type Properties, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { writtenList } from "../../kernel/written-list";

const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";
const KEYS = [
  "aws:kms/key:Key",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
];
const [KEY = "", REPLICA = ""] = KEYS;
const key = (props: Properties = {}, name = "data", type = KEY): CaseResource => ({ type, name, props });
const policy = (of = "data"): CaseResource => ({
  type: KEY_POLICY,
  name: "policy",
  props: { keyId: UNKNOWN, policy: "{}" },
  refers: { keyId: of },
});

export const kmsPolicyDefined: Rule = {
  id: "kms-policy-defined",
  title: "Every key has a policy that the program wrote",
  severity: "low",
  controls: { nist: ["AC-3"] },
  references: { checkov: ["CKV2_AWS_64"] },
  why: "By AWS's default policy every IAM policy of the account that allows kms:* opens the key.",
  fix: "Set policy on the aws.kms.Key, or declare an aws.kms.KeyPolicy with its id.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
  types: KEYS,
  checkStack({ subject, stack, violated }) {
    if (writtenList(subject, "policy").length > 0) return;
    if (stack.pointingAt(subject, [KEY_POLICY], "keyId").length === 0)
      violated("policy", "a policy, or a KeyPolicy for this key", "neither");
  },
  cases: {
    stack: [
      goodStack("inline", [key({ policy: "{}" })]),
      goodStack("inline, as a document, of a replica", [key({ policy: { Statement: [] } }, "data", REPLICA)]),
      goodStack("separate", [key({ policy: UNKNOWN }), policy()]),
      goodStack("separate, by known id", [key({ id: "k-1" }), { ...policy(), props: { keyId: "k-1" }, refers: {} }]),
      badStack("none", [key()], "policy"),
      badStack("none, left to AWS", [key({ policy: UNKNOWN })], "policy"),
      badStack("none of a replica", [key({}, "copy", REPLICA)], "policy"),
      badStack("another key's", [key(), key({ policy: "{}" }, "other"), policy("other")], "policy"),
      unknownStack(
        "inline, computed from something not known",
        [{ ...key({ policy: UNKNOWN }), refers: { policy: "role" } }],
        "policy",
      ),
      unknownStack("of some key", [key(), { ...policy(), refers: {} }], "keyId"),
    ],
  },
};
