import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { eachOpening, INGRESS, reachedPorts } from "./open-ports";

const [, , LEGACY_RULE, RULE] = INGRESS;
const open = { protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: ["0.0.0.0/0"] };
const rule = { ipProtocol: "tcp", fromPort: 5432, toPort: 5432, cidrIpv4: "0.0.0.0/0" };

export const sgNoHighRiskPorts: Rule = {
  id: "sg-no-high-risk-ports",
  title: "No security group opens a high-risk port to the internet",
  severity: "critical",
  controls: { fsbp: ["EC2.19"], nist: ["SC-7(5)", "CM-7"] },
  references: { checkov: ["CKV_AWS_24", "CKV_AWS_25"], cdkNag: ["AwsSolutions-EC23"] },
  why: "Databases, remote shells and administration pages behind these ports are what attackers scan for first.",
  fix: "Give the rule's source as a security group (referencedSecurityGroupId) and reach the port through it.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19",
  types: INGRESS,
  parameters: {
    ports: {
      type: "array",
      items: { type: "integer" },
      // prettier-ignore
      default: [
        20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080,
        8088, 8888, 9200, 9300,
      ],
      description: "Ports that are never open to the internet; those of Security Hub's control.",
    },
  },
  check({ resource, each, violated, params }) {
    eachOpening(resource, each, (opening) => {
      for (const port of reachedPorts(opening, params.ports))
        violated(opening.at, "named sources", `every ${opening.family} address`, port);
    });
  },
  cases: {
    resource: [
      good("HTTPS", { ingress: [{ ...open, fromPort: 443, toPort: 443 }] }),
      good("database from a private range", { ingress: [{ ...open, cidrBlocks: ["10.0.0.0/16"] }] }),
      good(
        "database from a group",
        { ...rule, cidrIpv4: undefined, referencedSecurityGroupId: "sg-1" },
        { type: RULE },
      ),
      good("a protocol without ports", { ipProtocol: "50", cidrIpv4: "0.0.0.0/0" }, { type: RULE }),
      good("ports between", { ingress: [{ ...open, fromPort: 26, toPort: 109 }] }),
      good("a list of one's own", { ingress: [open] }, { params: { ports: [22] } }),
      bad("database", { ingress: [open] }, "ingress[0].cidrBlocks[0]"),
      bad(
        "database over IPv6",
        { ingress: [{ ...open, cidrBlocks: [], ipv6CidrBlocks: ["::/0"] }] },
        "ingress[0].ipv6CidrBlocks[0]",
      ),
      bad("a range with two of them", { ingress: { ...open, fromPort: 1400, toPort: 1500 } }, [
        "ingress.cidrBlocks[0]",
        "ingress.cidrBlocks[0]",
      ]),
      bad("every port", { ...rule, fromPort: 0, toPort: 65535 }, "cidrIpv4", { type: RULE }),
      bad("every protocol", { ipProtocol: "-1", cidrIpv6: "::/0" }, "cidrIpv6", { type: RULE }),
      bad("UDP", { ...rule, ipProtocol: "udp", fromPort: 3389, toPort: 3389 }, "cidrIpv4", { type: RULE }),
      bad("separate rule of the older kind", { ...open, type: "ingress" }, "cidrBlocks[0]", { type: LEGACY_RULE }),
      unknown("range not known", { ingress: [{ ...open, cidrBlocks: UNKNOWN }] }, "ingress[0].cidrBlocks"),
      unknown("protocol not known", { ...rule, ipProtocol: UNKNOWN }, "ipProtocol", { type: RULE }),
    ],
  },
};
