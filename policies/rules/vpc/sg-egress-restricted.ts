import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { EGRESS, eachOpening, egressOf, nameOf } from "./open-ports";

const [, DEFAULT_GROUP, LEGACY_RULE, RULE] = EGRESS;
const all = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };

export const sgEgressRestricted: Rule = {
  id: "sg-egress-restricted",
  title: "Security groups do not let everything out to everywhere",
  severity: "low",
  controls: { nist: ["SC-7(5)"] },
  references: { checkov: ["CKV_AWS_382"] },
  why: "An intruder who can send on every port carries data out, and calls home, as he likes.",
  fix: "Name the port (mostly 443) or the destination: referencedSecurityGroupId, prefixListId or a narrower cidrIpv4.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  types: EGRESS,
  check({ resource, each, violated }) {
    eachOpening(
      resource,
      each,
      (opening) => {
        if (nameOf(opening) === "all")
          violated(opening.at, "named ports or destinations", `every ${opening.family} address`);
      },
      egressOf,
    );
  },
  cases: {
    resource: [
      good("HTTPS", { egress: [{ ...all, protocol: "tcp", fromPort: 443, toPort: 443 }] }),
      good("everything within one's own network", { egress: [{ ...all, cidrBlocks: ["10.0.0.0/8"] }] }),
      good("everything to a group", { ipProtocol: "-1", referencedSecurityGroupId: "sg-1" }, { type: RULE }),
      good("everything in", { ingress: [all] }),
      good("everything in, separate", { ...all, type: "ingress" }, { type: LEGACY_RULE }),
      good("none", {}),
      bad("everything", { egress: [all] }, "egress[0].cidrBlocks[0]"),
      bad(
        "everything, as an object",
        { egress: { ...all, protocol: -1, cidrBlocks: "0.0.0.0/0" } },
        "egress.cidrBlocks",
      ),
      bad("all TCP ports", { egress: [{ ...all, protocol: "tcp", toPort: 65535 }] }, "egress[0].cidrBlocks[0]"),
      bad("default group", { egress: [all] }, "egress[0].cidrBlocks[0]", { type: DEFAULT_GROUP }),
      bad("separate rule of the older kind", { ...all, type: "egress" }, "cidrBlocks[0]", { type: LEGACY_RULE }),
      bad("separate IPv6 rule", { ipProtocol: "-1", cidrIpv6: "::/0" }, "cidrIpv6", { type: RULE }),
      unknown("destination not known", { ipProtocol: "-1", cidrIpv4: UNKNOWN }, "cidrIpv4", { type: RULE }),
      unknown("rules not known", { egress: UNKNOWN }, "egress"),
    ],
  },
};
