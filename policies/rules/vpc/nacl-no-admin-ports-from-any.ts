import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { ACL_ENTRIES, eachOpenEntry } from "./open-entries";

const [, DEFAULT_ACL, ENTRY] = ACL_ENTRIES;
const ssh = { ruleNo: 100, action: "allow", protocol: "tcp", fromPort: 22, toPort: 22, cidrBlock: "0.0.0.0/0" };
const all = { ruleNo: 200, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "0.0.0.0/0" };
const deny = { ...all, ruleNo: 90, action: "deny" };
const entry = { ruleNumber: 100, ruleAction: "allow", protocol: "6", fromPort: 22, toPort: 22, cidrBlock: "0.0.0.0/0" };

export const naclNoAdminPortsFromAny: Rule = {
  id: "nacl-no-admin-ports-from-any",
  title: "Network ACLs keep the internet away from the ports of administration",
  severity: "medium",
  controls: { fsbp: ["EC2.21"], cis: ["5.2"], nist: ["AC-4(21)", "SC-7"] },
  references: { checkov: ["CKV_AWS_229", "CKV_AWS_230", "CKV_AWS_231", "CKV_AWS_232"] },
  why: "The ACL is the second lock: with it open, one wrong security-group rule exposes SSH or RDP to the world.",
  fix: "Narrow cidrBlock to your own network, or deny the port in an entry with a lower ruleNo.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-21",
  types: ACL_ENTRIES,
  parameters: {
    ports: {
      type: "array",
      items: { type: "integer" },
      default: [22, 3389],
      description: "Ports that network ACLs do not open to the internet.",
    },
  },
  check({ resource, params, each, violated }) {
    eachOpenEntry(resource, each, (opening, isDenied) => {
      const { at, family, protocol, from, to } = opening;
      if (!["all", "tcp", "udp"].includes(protocol)) return;
      for (const port of params.ports as number[])
        if (from <= port && port <= to && !isDenied(port))
          violated(at, "named sources", `every ${family} address`, String(port));
    });
  },
  cases: {
    resource: [
      good("one network", { ingress: [{ ...ssh, cidrBlock: "10.0.0.0/16" }] }),
      good("HTTPS", { ingress: [{ ...ssh, fromPort: 443, toPort: 443 }] }),
      good("SSH denied", { ingress: [{ ...ssh, action: "deny" }] }),
      good("all, after both are denied", {
        ingress: [all, { ...deny, protocol: "tcp", fromPort: 22, toPort: 22 }, { ...deny, fromPort: 0 }],
      }),
      good("outward", { egress: [all] }),
      good("outward, separate", { ...entry, egress: true }, { type: ENTRY }),
      good("ping", { ingress: { ...all, protocol: "icmp" } }),
      good("a protocol without ports", { ingress: { ...all, protocol: "50" } }),
      good("default ACL adopted without entries", {}, { type: DEFAULT_ACL }),
      good("no ports named", { ingress: [ssh] }, { params: { ports: [] } }),
      bad("SSH", { ingress: [ssh] }, "ingress[0].cidrBlock"),
      bad(
        "SSH as an object, ports as text",
        { ingress: { ...ssh, fromPort: "22", toPort: "22" } },
        "ingress.cidrBlock",
      ),
      bad(
        "remote desktop over IPv6 UDP",
        { ingress: [{ ...ssh, protocol: "udp", fromPort: 3000, toPort: 4000, cidrBlock: "", ipv6CidrBlock: "::/0" }] },
        "ingress[0].ipv6CidrBlock",
      ),
      bad("all", { ingress: [all] }, ["ingress[0].cidrBlock", "ingress[0].cidrBlock"], { parts: ["22", "3389"] }),
      bad("all, one port denied", { ingress: [all, { ...deny, protocol: "tcp", fromPort: 22, toPort: 22 }] }, [
        "ingress[0].cidrBlock",
      ]),
      bad("denied too late", { ingress: [ssh, { ...deny, ruleNo: 110 }] }, "ingress[0].cidrBlock"),
      ...(
        [
          ["over IPv6 alone", { cidrBlock: undefined, ipv6CidrBlock: "::/0" }],
          ["over UDP alone", { protocol: "udp", fromPort: 0, toPort: 65535 }],
          ["from the port above", { protocol: "tcp", fromPort: 23, toPort: 65535 }],
          ["up to the port below", { protocol: "tcp", fromPort: 0, toPort: 21 }],
          ["to half of the internet", { cidrBlock: "0.0.0.0/1" }],
          ["by an entry that allows", { action: "allow", protocol: "tcp", fromPort: 80, toPort: 80 }],
        ] as const
      ).map(([how, props]) => bad(`denied ${how}`, { ingress: [ssh, { ...deny, ...props }] }, "ingress[0].cidrBlock")),
      bad("denied to one network", { ingress: [ssh, { ...deny, cidrBlock: "10.0.0.0/8" }] }, "ingress[0].cidrBlock"),
      bad("default ACL", { ingress: [ssh] }, "ingress[0].cidrBlock", { type: DEFAULT_ACL }),
      bad("separate entry", entry, "cidrBlock", { type: ENTRY }),
      bad("a port of one's own", { ...entry, fromPort: 5432, toPort: 5432 }, "cidrBlock", {
        type: ENTRY,
        params: { ports: [5432] },
      }),
      unknown("source not known", { ingress: [{ ...ssh, cidrBlock: UNKNOWN }] }, "cidrBlock"),
      unknown("direction not known", { ...entry, egress: UNKNOWN }, "egress", { type: ENTRY }),
    ],
  },
};
