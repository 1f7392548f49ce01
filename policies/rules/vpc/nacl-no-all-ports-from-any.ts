import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { ACL_ENTRIES, eachOpenEntry } from "./open-entries";
import { nameOf } from "./open-ports";

const [, DEFAULT_ACL, ENTRY] = ACL_ENTRIES;
const all = { ruleNo: 100, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "0.0.0.0/0" };
const entry = { ruleNumber: 100, ruleAction: "allow", protocol: "-1", cidrBlock: "0.0.0.0/0" };

export const naclNoAllPortsFromAny: Rule = {
  id: "nacl-no-all-ports-from-any",
  title: "Network ACLs do not let the internet in on every port",
  severity: "medium",
  controls: { nist: ["SC-7"] },
  references: { checkov: ["CKV_AWS_352"], cdkNag: ["AwsSolutions-VPC3"] },
  why: "An ACL that lets everything in is no second lock, and looks like one.",
  fix: "Name the ports (fromPort, toPort, protocol) or the networks (cidrBlock), or remove the ACL.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html",
  types: ACL_ENTRIES,
  check({ resource, each, violated }) {
    eachOpenEntry(resource, each, (opening) => {
      if (nameOf(opening) === "all") violated(opening.at, "named ports or sources", `every ${opening.family} address`);
    });
  },
  cases: {
    resource: [
      good("HTTPS", { ingress: [{ ...all, protocol: "tcp", fromPort: 443, toPort: 443 }] }),
      good("answers to outward connections", { ingress: [{ ...all, protocol: "tcp", fromPort: 1024, toPort: 65535 }] }),
      good("all from one network", { ingress: [{ ...all, cidrBlock: "10.0.0.0/16" }] }),
      good("all denied", { ...entry, ruleAction: "deny" }, { type: ENTRY }),
      good("all outward", { egress: all }, { type: DEFAULT_ACL }),
      bad("all", { ingress: [all] }, "ingress[0].cidrBlock"),
      bad("all TCP ports", { ingress: { ...all, protocol: "tcp", fromPort: 0, toPort: 65535 } }, "ingress.cidrBlock"),
      bad("default ACL", { ingress: [all] }, "ingress[0].cidrBlock", { type: DEFAULT_ACL }),
      bad("separate IPv6 entry", { ...entry, cidrBlock: undefined, ipv6CidrBlock: "::/0" }, "ipv6CidrBlock", {
        type: ENTRY,
      }),
      unknown("source not known", { ...entry, cidrBlock: UNKNOWN }, "cidrBlock", { type: ENTRY }),
    ],
  },
};
