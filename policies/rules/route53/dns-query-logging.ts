import { badStack, type CaseResource, goodStack, type Properties, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { isPublicZone, ZONE } from "./zones";

const LOG = "aws:route53/queryLog:QueryLog";
const zone = (props: Properties = {}): CaseResource => ({ type: ZONE, name: "zone", props: { id: "Z1", ...props } });
const log = (zoneId: unknown, refers: CaseResource["refers"] = {}): CaseResource => ({
  type: LOG,
  name: "log",
  props: { zoneId },
  refers,
});

export const dnsQueryLogging: Rule = {
  id: "dns-query-logging",
  title: "Queries of public hosted zones are logged",
  severity: "medium",
  controls: { fsbp: ["Route53.2"], nist: ["AU-12"] },
  references: { checkov: ["CKV2_AWS_39"] },
  why: "Who looked for which names tells about attacks and about records that nobody uses any more.",
  fix: "Declare an aws.route53.QueryLog for the zone, with a log group in us-east-1.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/route53-controls.html#route53-2",
  types: [ZONE],
  checkStack({ subject, stack, violated }) {
    if (isPublicZone(subject) && stack.pointingAt(subject, [LOG], "zoneId").length === 0)
      violated("name", "a QueryLog for this zone", "none in the stack");
  },
  cases: {
    stack: [
      goodStack("by reference", [zone({ id: UNKNOWN }), log(UNKNOWN, { zoneId: "zone" })]),
      goodStack("by its known id", [zone(), log("Z1")]),
      goodStack("a private zone", [zone({ vpcs: [{ vpcId: UNKNOWN }] })]),
      badStack("no log", [zone()], "name"),
      badStack("no log, an empty list of VPCs", [zone({ vpcs: [] })], "name"),
      badStack("of another zone", [zone(), log("Z2")], "name"),
      unknownStack("of some zone", [zone(), log(UNKNOWN)], "zoneId"),
      unknownStack("VPCs not known", [zone({ vpcs: UNKNOWN })], "vpcs"),
    ],
  },
};
