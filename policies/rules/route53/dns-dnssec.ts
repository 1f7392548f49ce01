import { badStack, type CaseResource, goodStack, type Properties, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { isPublicZone, ZONE } from "./zones";

const DNSSEC = "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec";
const zone: CaseResource = { type: ZONE, name: "zone", props: { id: "Z1" } };
const dnssec = (props: Properties = {}): CaseResource => ({
  type: DNSSEC,
  name: "dnssec",
  props: { hostedZoneId: "Z1", ...props },
});

export const dnsDnssec: Rule = {
  id: "dns-dnssec",
  title: "Public hosted zones are signed with DNSSEC",
  severity: "low",
  controls: { nist: ["SC-20"] },
  references: { checkov: ["CKV2_AWS_38"] },
  why: "Forged answers can lead users elsewhere. A mistake with the keys takes the whole domain away, so opt in.",
  fix: "Declare an aws.route53.KeySigningKey and an aws.route53.HostedZoneDnsSec, then enter the DS record at the registrar.",
  url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html",
  types: [ZONE],
  optIn: true,
  checkStack({ subject, stack, each, violated }) {
    if (!isPublicZone(subject)) return;
    const settings = stack.pointingAt(subject, [DNSSEC], "hostedZoneId");
    if (settings.length === 0) violated("name", "a HostedZoneDnsSec for this zone", "none in the stack");
    each(settings, ({ props }) => {
      const status = props.at("signingStatus");
      if ((status.string() ?? "SIGNING") !== "SIGNING") violated(status, "SIGNING or absent", "another state");
    });
  },
  cases: {
    stack: [
      goodStack("provider's default left", [zone, dnssec()]),
      goodStack("signing, by reference", [
        zone,
        { ...dnssec({ hostedZoneId: UNKNOWN, signingStatus: "SIGNING" }), refers: { hostedZoneId: "zone" } },
      ]),
      goodStack("a private zone", [{ ...zone, props: { vpcs: { vpcId: "vpc-1" } } }]),
      badStack("none", [zone], "name"),
      badStack("off", [zone, dnssec({ signingStatus: "NOT_SIGNING" })], "signingStatus"),
      unknownStack("state not known", [zone, dnssec({ signingStatus: UNKNOWN })], "signingStatus"),
      unknownStack("of some zone", [zone, dnssec({ hostedZoneId: UNKNOWN })], "hostedZoneId"),
    ],
  },
};
