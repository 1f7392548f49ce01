import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Subject } from "../../kernel/subject";
import { DEFAULT_SECURITY_GROUP, SECURITY_GROUP, SECURITY_GROUP_RULE } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";
import { writtenList } from "../../kernel/written-list";

const [GROUP = ""] = SECURITY_GROUP;
const [DEFAULT_GROUP = ""] = DEFAULT_SECURITY_GROUP;
const [LEGACY_RULE = "", INGRESS_RULE = "", EGRESS_RULE = ""] = SECURITY_GROUP_RULE;

const https = { protocol: "tcp", fromPort: 443, toPort: 443 };
const group = (props: object = {}, type = GROUP): CaseResource => ({
  type,
  name: "group",
  props: { id: "sg-1", ...props },
});
const rule = (type: string, props: object = {}): CaseResource => ({
  type,
  name: type,
  props: {
    securityGroupId: UNKNOWN,
    [type === LEGACY_RULE ? "protocol" : "ipProtocol"]: "tcp",
    fromPort: 443,
    toPort: 443,
    ...props,
  },
  refers: { securityGroupId: "group" },
});

export const sgRuleStylesNotMixed: Rule = {
  id: "sg-rule-styles-not-mixed",
  title: "The rules of a security group are all inline, or all separate resources of one kind",
  severity: "medium",
  controls: { nist: ["CM-2"] },
  why: "Each style takes the other's rules for foreign ones and removes them: every other deployment opens or closes ports.",
  fix: "Move all rules to aws.vpc.SecurityGroupIngressRule and SecurityGroupEgressRule, and remove ingress and egress.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  types: [...SECURITY_GROUP, ...DEFAULT_SECURITY_GROUP],
  checkStack({ subject, stack, each, violated }) {
    const separate = SECURITY_GROUP_RULE.map((type) => stack.pointingAt(subject, [type], "securityGroupId"));
    const [legacy = [], ...current] = separate;
    if (legacy.length > 0 && current.flat().length > 0)
      violated("securityGroupId", "separate rules of one kind", "SecurityGroupRules beside rules of the newer kind");
    const partners = separate.flat();
    if (partners.length === 0) return;
    each(["ingress", "egress"], (direction) => {
      const inline = writtenList(subject, direction);
      const answers = new Set(partners.flatMap(({ props }) => traitsOf(props, subject)));
      const isOwn = (trait: string | undefined): boolean => trait === undefined || !answers.has(trait);
      if (inline.some((each) => traitsOf(each, subject).some(isOwn)))
        violated(direction, "separate rules alone", "rules of its own beside them");
    });
  },
  cases: {
    stack: [
      goodStack("inline", [group({ ingress: [{ ...https, cidrBlocks: ["0.0.0.0/0"] }], egress: [https] })]),
      goodStack("separate", [group({ ingress: UNKNOWN }), rule(INGRESS_RULE), rule(EGRESS_RULE)]),
      goodStack("separate, older kind", [group(), rule(LEGACY_RULE, { type: "ingress" })]),
      goodStack("empty lists", [group({ ingress: [], egress: [] }), rule(INGRESS_RULE)]),
      goodStack("separate, and AWS lists them", [
        group({ ingress: [{ ...https, cidrBlocks: ["10.0.0.0/8"], securityGroups: ["sg-2"], self: true }] }),
        rule(INGRESS_RULE, { cidrIpv4: "10.0.0.0/8" }),
        { ...rule(INGRESS_RULE, { referencedSecurityGroupId: "sg-2" }), name: "second" },
        { ...rule(INGRESS_RULE, { referencedSecurityGroupId: "sg-1" }), name: "third" },
      ]),
      goodStack("everything out, and AWS lists it", [
        group({ egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] }),
        rule(EGRESS_RULE, { ipProtocol: "-1", fromPort: undefined, toPort: undefined, cidrIpv4: "0.0.0.0/0" }),
      ]),
      goodStack("separate rules of another group", [
        group({ ingress: [https] }),
        { ...rule(INGRESS_RULE, { securityGroupId: "sg-9" }), refers: {} },
      ]),
      badStack(
        "inline beside separate",
        [group({ ingress: [{ ...https, cidrBlocks: ["0.0.0.0/0"] }] }), rule(INGRESS_RULE, { cidrIpv4: "10.0.0.0/8" })],
        "ingress",
      ),
      badStack(
        "inline egress, as an object, beside the older kind",
        [
          group({ egress: { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] } }),
          rule(LEGACY_RULE, { type: "ingress", self: true }),
        ],
        "egress",
      ),
      badStack(
        "one inline rule more than the separate ones, with one source more",
        [
          group({
            ingress: [
              { ...https, cidrBlocks: ["10.0.0.0/8"] },
              { ...https, fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/8", "0.0.0.0/0"] },
            ],
          }),
          rule(INGRESS_RULE, { cidrIpv4: "10.0.0.0/8" }),
          { ...rule(INGRESS_RULE, { cidrIpv4: "10.0.0.0/8", fromPort: 80, toPort: 80 }), name: "second" },
        ],
        "ingress",
      ),
      badStack(
        "default group",
        [group({ ingress: [{ ...https, self: true }] }, DEFAULT_GROUP), rule(EGRESS_RULE, { cidrIpv4: "10.0.0.0/8" })],
        "ingress",
      ),
      badStack(
        "inline with a group not known yet",
        [group({ ingress: [{ ...https, securityGroups: [UNKNOWN] }] }), rule(INGRESS_RULE, { cidrIpv4: UNKNOWN })],
        "ingress",
      ),
      badStack("both separate kinds", [group(), rule(LEGACY_RULE), rule(EGRESS_RULE)], "securityGroupId"),
      unknownStack(
        "inline rules not known",
        [{ ...group({ ingress: UNKNOWN }), refers: { ingress: "vpc" } }, rule(EGRESS_RULE)],
        "ingress",
      ),
      unknownStack("a rule of some group", [group(), { ...rule(INGRESS_RULE), refers: {} }], "securityGroupId"),
    ],
  },
};

/**
 * Ports and source or destination of a rule, one text for each; nothing where that is not known. After a refresh, AWS's
 * answer lists separate rules as inline ones: only what no separate rule says was written inline.
 */
function traitsOf(rule: Value, group: Subject): (string | undefined)[] {
  const text = (value: Value): string | undefined => (value.isUnknown() ? undefined : (value.string() ?? ""));
  const own = text(group.props.at("id"));
  const peers = PEERS.flatMap((key) => (rule.at(key).isUnknown() ? [rule.at(key)] : rule.at(key).list())).map(text);
  if (rule.at("self").isTrue()) peers.push(own);
  const protocol = text(rule.at("protocol")) || text(rule.at("ipProtocol"));
  const ports = protocol === "-1" ? [] : [text(rule.at("fromPort")), text(rule.at("toPort"))];
  return peers.map((peer) => {
    const trait = [protocol, ...ports, peer];
    return trait.includes(undefined) ? undefined : trait.join(" ");
  });
}

const PEERS = [
  "cidrBlocks",
  "ipv6CidrBlocks",
  "securityGroups",
  "prefixListIds",
  "cidrIpv4",
  "cidrIpv6",
  "prefixListId",
  "referencedSecurityGroupId",
  "sourceSecurityGroupId",
];
