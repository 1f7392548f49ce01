import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { eachOpening, INGRESS, nameOf, type Opening } from "./open-ports";

const [, DEFAULT_GROUP, LEGACY_RULE, RULE] = INGRESS;
const open = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] };
const rule = { ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" };

export const sgOpenOnlyOnAllowedPorts: Rule = {
  id: "sg-open-only-on-allowed-ports",
  title: "Security groups open only the agreed ports to the internet",
  severity: "high",
  controls: { fsbp: ["EC2.18"], nist: ["AC-4", "SC-7(5)"] },
  references: { checkov: ["CKV_AWS_260", "CKV_AWS_277"], cdkNag: ["AwsSolutions-EC23"] },
  why: "Every open port is scanned within minutes; a service behind it needs only one flaw to be taken over.",
  fix: "Give the rule's source as a security group (referencedSecurityGroupId) or a narrower CIDR range.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18",
  types: INGRESS,
  parameters: {
    tcpPorts: {
      type: "array",
      items: { type: "integer" },
      default: [80, 443],
      description: "TCP ports that may be open to the internet.",
    },
    udpPorts: {
      type: "array",
      items: { type: "integer" },
      default: [],
      description: "UDP ports that may be open to the internet.",
    },
  },
  check({ resource, each, violated, params }) {
    eachOpening(resource, each, (opening) => {
      const allowed = opening.protocol === "tcp" ? params.tcpPorts : opening.protocol === "udp" ? params.udpPorts : [];
      if (!isWithin(opening, allowed))
        violated(opening.at, "named sources or an agreed port", `every ${opening.family} address`, nameOf(opening));
    });
  },
  cases: {
    resource: [
      good("HTTPS", { ingress: [open] }),
      good("HTTPS over IPv6, ports as text", {
        ingress: [{ ...open, cidrBlocks: [], ipv6CidrBlocks: ["::/0"], fromPort: "443" }],
      }),
      good("another port from a private range", {
        ingress: [{ ...open, fromPort: 22, toPort: 22, cidrBlocks: ["10.0.0.0/8"] }],
      }),
      good("another port from a group", { ipProtocol: "-1", referencedSecurityGroupId: "sg-1" }, { type: RULE }),
      good("ping", { ...rule, ipProtocol: "icmp", fromPort: 8, toPort: 0 }, { type: RULE }),
      good("egress", { ...open, type: "egress", protocol: "-1", fromPort: 0, toPort: 0 }, { type: LEGACY_RULE }),
      good("egress of a group", { egress: [{ ...open, protocol: "-1" }] }),
      good("default group without rules", {}, { type: DEFAULT_GROUP }),
      good(
        "a port that is allowed",
        { ...rule, fromPort: 8443, toPort: 8443 },
        { type: RULE, params: { tcpPorts: [8443] } },
      ),
      good("HTTP/3 that is allowed", { ...rule, ipProtocol: "udp" }, { type: RULE, params: { udpPorts: [443] } }),
      bad("another port, inline", { ingress: [{ ...open, fromPort: 8443, toPort: 8443 }] }, "ingress[0].cidrBlocks[0]"),
      bad(
        "rule and range given as one",
        { ingress: { ...open, fromPort: 22, cidrBlocks: "0.0.0.0/0" } },
        "ingress.cidrBlocks",
      ),
      bad("second rule", { ingress: [open, { ...open, toPort: 444 }] }, "ingress[1].cidrBlocks[0]"),
      bad("range around the agreed ports", { ingress: [{ ...open, fromPort: 80 }] }, "ingress[0].cidrBlocks[0]"),
      bad(
        "every protocol",
        { ingress: [{ ...open, protocol: "-1", fromPort: 0, toPort: 0 }] },
        "ingress[0].cidrBlocks[0]",
      ),
      bad("both families", { ingress: [{ ...open, fromPort: 22, ipv6CidrBlocks: ["::/0"] }] }, [
        "ingress[0].cidrBlocks[0]",
        "ingress[0].ipv6CidrBlocks[0]",
      ]),
      bad(
        "both halves of the internet",
        { ingress: [{ ...open, fromPort: 22, cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] }] },
        ["ingress[0].cidrBlocks[0]", "ingress[0].cidrBlocks[1]"],
      ),
      bad("default group", { ingress: [{ ...open, fromPort: 22, toPort: 22 }] }, "ingress[0].cidrBlocks[0]", {
        type: DEFAULT_GROUP,
      }),
      bad(
        "separate rule of the older kind",
        { ...open, type: "ingress", fromPort: "22", toPort: "22" },
        "cidrBlocks[0]",
        { type: LEGACY_RULE },
      ),
      bad("separate rule", { ...rule, fromPort: 22, toPort: 22 }, "cidrIpv4", { type: RULE }),
      bad("separate IPv6 rule", { ipProtocol: "6", fromPort: 22, toPort: 22, cidrIpv6: "::/0" }, "cidrIpv6", {
        type: RULE,
      }),
      bad("UDP", { ...rule, ipProtocol: "udp" }, "cidrIpv4", { type: RULE }),
      bad("a protocol without ports", { ipProtocol: "50", cidrIpv4: "0.0.0.0/0" }, "cidrIpv4", { type: RULE }),
      bad("TCP without ports", { ipProtocol: "tcp", cidrIpv4: "0.0.0.0/0" }, "cidrIpv4", { type: RULE }),
      unknown("range not known", { ...rule, cidrIpv4: UNKNOWN }, "cidrIpv4", { type: RULE }),
      unknown("port not known", { ingress: [{ ...open, fromPort: UNKNOWN }] }, "ingress[0].fromPort"),
      unknown("rules not known", { ingress: UNKNOWN }, "ingress"),
      unknown("direction not known", { ...open, type: UNKNOWN }, "type", { type: LEGACY_RULE }),
    ],
  },
};

/** Whether every port of the opening is in the list. */
function isWithin({ from, to }: Opening, allowed: readonly number[]): boolean {
  return new Set(allowed.filter((port) => from <= port && port <= to)).size === to - from + 1;
}
