import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { eachOpening, INGRESS, reachedPorts } from "./open-ports";

const [, , LEGACY_RULE, RULE] = INGRESS;
const cifs = { protocol: "tcp", fromPort: 445, toPort: 445, cidrBlocks: ["0.0.0.0/0"] };
const rule = { ipProtocol: "tcp", fromPort: 445, toPort: 445, cidrIpv4: "0.0.0.0/0" };

export const sgNoCifsFromAny: Rule = {
  id: "sg-no-cifs-from-any",
  title: "Windows file sharing is not open to the internet",
  severity: "high",
  controls: { cis: ["5.1.2"], nist: ["SC-7"] },
  references: { cdkNag: ["AwsSolutions-EC23"] },
  why: "File sharing on port 445 has carried worms and ransomware for years and has no business on the internet.",
  fix: "Remove the ingress rule for port 445, or set its source to a security group or to your own network.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  types: INGRESS,
  check({ resource, each, violated }) {
    eachOpening(resource, each, (opening) => {
      for (const port of reachedPorts(opening, [445]))
        violated(opening.at, "named sources", `every ${opening.family} address`, port);
    });
  },
  cases: {
    resource: [
      good("from one network", { ingress: [{ ...cifs, cidrBlocks: ["192.168.0.0/16"] }] }),
      good("HTTPS", { ...rule, fromPort: 443, toPort: 443 }, { type: RULE }),
      bad("from everywhere", { ingress: [cifs] }, "ingress[0].cidrBlocks[0]"),
      bad("over IPv6", { ...rule, cidrIpv4: undefined, cidrIpv6: "::/0" }, "cidrIpv6", { type: RULE }),
      bad("within a range", { ...rule, fromPort: 137 }, "cidrIpv4", { type: RULE }),
      bad("every protocol", { ingress: { ...cifs, protocol: -1 } }, "ingress.cidrBlocks[0]"),
      bad("separate rule of the older kind", { ...cifs, type: "ingress" }, "cidrBlocks[0]", { type: LEGACY_RULE }),
      unknown("ports not known", { ...rule, toPort: UNKNOWN }, "toPort", { type: RULE }),
    ],
  },
};
