import { badStack, type CaseResource, goodStack, type Properties, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";
import { writtenList } from "../../kernel/written-list";

const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/rolePolicy:RolePolicy";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
// What the role's own list claims to be all of, the element's key, and the separate resource with the same.
const MANAGERS = [
  { list: "inlinePolicies", key: "name", type: POLICY, name: "name" },
  { list: "managedPolicyArns", key: undefined, type: ATTACHMENT, name: "policyArn" },
];

const role = (props: Properties, refers?: CaseResource["refers"]): CaseResource => ({
  type: ROLE,
  name: "web",
  props,
  ...(refers && { refers }),
});
const policy = (name: unknown): CaseResource => ({
  type: POLICY,
  name: "web-policy",
  props: { name, role: UNKNOWN },
  refers: { role: "web" },
});
const attachment = (policyArn: unknown): CaseResource => ({
  type: ATTACHMENT,
  name: "web-attachment",
  props: { policyArn, role: "web-role" },
});

export const iamInlineAndAttachedNotMixed: Rule = {
  id: "iam-inline-and-attached-not-mixed",
  title: "A role's policies are all in the role or all beside it",
  severity: "medium",
  controls: { nist: ["CM-2"] },
  why: "inlinePolicies and managedPolicyArns take away whatever they do not list, so each update undoes the last one.",
  fix: "Move the policies into aws.iam.RolePolicy and aws.iam.RolePolicyAttachment, and leave both lists out.",
  url: "https://www.pulumi.com/registry/packages/aws/api-docs/iam/role/#inlinepolicies_nodejs",
  types: [ROLE],
  checkStack({ subject, stack, each, violated }) {
    each(MANAGERS, ({ list, key, type, name }) => {
      const own = writtenList(subject, list);
      const separate = stack.pointingAt(subject, [type], "role");
      if (own.length === 0 || separate.length === 0) return;
      // After a refresh the provider lists the separate ones as well: those are no mixture.
      const names = new Set(separate.flatMap(({ props }) => props.at(name).string() ?? []));
      const isSeparate = (element: Value): boolean =>
        names.has((key === undefined ? element : element.at(key)).string() ?? "");
      if (!own.every(isSeparate)) violated(list, "nothing, or no separate policies", "policies in both places");
    });
  },
  cases: {
    stack: [
      goodStack("both beside it", [role({ name: "web-role" }), policy("own"), attachment("arn:1")]),
      goodStack("both inside", [role({ inlinePolicies: [{ name: "own" }], managedPolicyArns: ["arn:1"] })]),
      goodStack("one kind inside, the other beside", [
        role({ name: "web-role", inlinePolicies: [{ name: "own" }] }),
        attachment("arn:1"),
      ]),
      goodStack("as the provider reads it back", [
        role({ name: "web-role", inlinePolicies: [{ name: "own" }], managedPolicyArns: ["arn:1"] }),
        policy("own"),
        attachment("arn:1"),
      ]),
      goodStack("lists that AWS will fill in", [
        role({ name: "web-role", inlinePolicies: UNKNOWN, managedPolicyArns: UNKNOWN }),
        policy("own"),
      ]),
      badStack("inline in both", [role({ inlinePolicies: [{ name: "own" }] }), policy("other")], "inlinePolicies"),
      badStack(
        "an empty one, which takes all away",
        [role({ inlinePolicies: [{}] }), policy("other")],
        "inlinePolicies",
      ),
      badStack(
        "attached in both",
        [role({ name: "web-role", managedPolicyArns: ["arn:1"] }), attachment("arn:2")],
        "managedPolicyArns",
      ),
      unknownStack(
        "a list that is not known",
        [role({ managedPolicyArns: UNKNOWN }, { managedPolicyArns: "web-policy" }), policy("own")],
        "managedPolicyArns",
      ),
      unknownStack(
        "an ARN that is not known",
        [role({ name: "web-role", managedPolicyArns: ["arn:1"] }), attachment(UNKNOWN)],
        "policyArn",
      ),
    ],
  },
};
