import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { eachOpening, INGRESS, reachedPorts } from "./open-ports";

const [, , LEGACY_RULE, RULE] = INGRESS;
const ssh = { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] };
const rule = { ipProtocol: "tcp", fromPort: 3389, toPort: 3389, cidrIpv4: "0.0.0.0/0" };

export const sgNoAdminFromAnyIpv4: Rule = {
  id: "sg-no-admin-from-any-ipv4",
  title: "Remote administration is not open to every IPv4 address",
  severity: "high",
  controls: { securityHub: ["EC2.53", "EC2.13", "EC2.14"], cis: ["5.3"], nist: ["AC-17", "SC-7"] },
  references: { checkov: ["CKV_AWS_24", "CKV_AWS_25"], cdkNag: ["AwsSolutions-EC23"] },
  why: "SSH and remote desktop on the internet are attacked all day with guessed and stolen passwords.",
  fix: "Remove the rule and use ECS Exec or Session Manager, or set cidrIpv4 to the address of your own network.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-53",
  types: INGRESS,
  check({ resource, each, violated }) {
    eachOpening(resource, each, (opening) => {
      if (opening.family !== "IPv4") return;
      for (const port of reachedPorts(opening, [22, 3389]))
        violated(opening.at, "named sources", "every IPv4 address", port);
    });
  },
  cases: {
    resource: [
      good("SSH from one network", { ingress: [{ ...ssh, cidrBlocks: ["203.0.113.0/24"] }] }),
      good("SSH from every IPv6 address, which another rule judges", {
        ingress: [{ ...ssh, cidrBlocks: undefined, ipv6CidrBlocks: ["::/0"] }],
      }),
      good("HTTPS", { ...rule, fromPort: 443, toPort: 443 }, { type: RULE }),
      bad("SSH", { ingress: [ssh] }, "ingress[0].cidrBlocks[0]"),
      bad("remote desktop", rule, "cidrIpv4", { type: RULE }),
      bad("a range with both", { ...rule, fromPort: 1, toPort: 4000 }, ["cidrIpv4", "cidrIpv4"], { type: RULE }),
      bad("every protocol", { ingress: { ...ssh, protocol: "all" } }, "ingress.cidrBlocks[0]"),
      bad("separate rule of the older kind", { ...ssh, type: "ingress" }, "cidrBlocks[0]", { type: LEGACY_RULE }),
      unknown("range not known", { ...rule, cidrIpv4: UNKNOWN }, "cidrIpv4", { type: RULE }),
    ],
  },
};
