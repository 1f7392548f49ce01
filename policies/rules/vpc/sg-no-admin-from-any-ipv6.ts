import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { eachOpening, INGRESS, reachedPorts } from "./open-ports";

const [, , LEGACY_RULE, RULE] = INGRESS;
const ssh = { protocol: "tcp", fromPort: 22, toPort: 22, ipv6CidrBlocks: ["::/0"] };
const rule = { ipProtocol: "tcp", fromPort: 3389, toPort: 3389, cidrIpv6: "::/0" };

export const sgNoAdminFromAnyIpv6: Rule = {
  id: "sg-no-admin-from-any-ipv6",
  title: "Remote administration is not open to every IPv6 address",
  severity: "high",
  controls: { securityHub: ["EC2.54"], cis: ["5.4"], nist: ["AC-17", "SC-7"] },
  references: { checkov: ["CKV_AWS_24", "CKV_AWS_25"], cdkNag: ["AwsSolutions-EC23"] },
  why: "SSH and remote desktop on the internet are attacked all day, and the IPv6 rule is the one that gets forgotten.",
  fix: "Remove the rule and use ECS Exec or Session Manager, or set cidrIpv6 to the address of your own network.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-54",
  types: INGRESS,
  check({ resource, each, violated }) {
    eachOpening(resource, each, (opening) => {
      if (opening.family !== "IPv6") return;
      for (const port of reachedPorts(opening, [22, 3389]))
        violated(opening.at, "named sources", "every IPv6 address", port);
    });
  },
  cases: {
    resource: [
      good("SSH from one network", { ingress: [{ ...ssh, ipv6CidrBlocks: ["2001:db8::/32"] }] }),
      good("SSH from every IPv4 address, which another rule judges", {
        ingress: [{ ...ssh, ipv6CidrBlocks: undefined, cidrBlocks: ["0.0.0.0/0"] }],
      }),
      good("HTTPS", { ...rule, fromPort: 443, toPort: 443 }, { type: RULE }),
      bad("SSH", { ingress: [ssh] }, "ingress[0].ipv6CidrBlocks[0]"),
      bad(
        "the range in another spelling",
        { ingress: [{ ...ssh, ipv6CidrBlocks: ["0:0:0:0:0:0:0:0/0"] }] },
        "ingress[0].ipv6CidrBlocks[0]",
      ),
      bad("every public address", { ...rule, cidrIpv6: "2000::/3" }, "cidrIpv6", { type: RULE }),
      bad("remote desktop", rule, "cidrIpv6", { type: RULE }),
      bad("every protocol", { ipProtocol: "-1", cidrIpv6: "::/0" }, "cidrIpv6", { type: RULE }),
      bad("separate rule of the older kind", { ...ssh, type: "ingress" }, "ipv6CidrBlocks[0]", { type: LEGACY_RULE }),
      unknown("range not known", { ...rule, cidrIpv6: UNKNOWN }, "cidrIpv6", { type: RULE }),
    ],
  },
};
