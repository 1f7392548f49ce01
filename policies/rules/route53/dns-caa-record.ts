import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { isPublicZone, ZONE } from "./zones";

const RECORD = "aws:route53/record:Record";
/** The names under which Amazon's certificate authority accepts to be named. */
const AMAZON = /\bissue(wild)?\s+"(amazon\.com|amazontrust\.com|awstrust\.com|amazonaws\.com)\b/i;
const zone: CaseResource = { type: ZONE, name: "zone", props: { id: "Z1" } };
const caa = (records: unknown, zoneId: unknown = "Z1", type: unknown = "CAA"): CaseResource => ({
  type: RECORD,
  name: "caa",
  props: { zoneId, type, records },
});

export const dnsCaaRecord: Rule = {
  id: "dns-caa-record",
  title: "Public hosted zones say that Amazon may issue their certificates",
  severity: "low",
  controls: { nist: ["SC-17"] },
  why: "Without a CAA record any certificate authority may issue a certificate for the domain.",
  fix: 'Declare an aws.route53.Record of type CAA with 0 issue "amazon.com".',
  url: "https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html",
  types: [ZONE],
  optIn: true,
  checkStack({ subject, stack, violated }) {
    if (!isPublicZone(subject)) return;
    const records = stack.pointingAt(subject, [RECORD], "zoneId").map(({ props }) => props);
    const authorities = records.filter((record) => record.at("type").string() === "CAA");
    const entries = authorities.flatMap((record) => record.at("records").strings());
    if (!entries.some((entry) => AMAZON.test(entry)))
      violated(
        "name",
        "a CAA record that names Amazon",
        entries.length > 0 ? "other authorities" : "none in the stack",
      );
  },
  cases: {
    stack: [
      goodStack("Amazon", [zone, caa(['0 issue "letsencrypt.org"', '0 issue "amazon.com"'])]),
      goodStack("Amazon, for wildcards, by reference", [
        zone,
        { ...caa('0 issuewild "amazonaws.com"', UNKNOWN), refers: { zoneId: "zone" } },
      ]),
      goodStack("a private zone", [{ ...zone, props: { vpcs: [{ vpcId: "vpc-1" }] } }]),
      badStack("none", [zone], "name"),
      badStack("another authority", [zone, caa(['0 issue "letsencrypt.org"'])], "name"),
      badStack("an address for reports", [zone, caa(['0 iodef "mailto:ca@amazon.com"'])], "name"),
      badStack("another type", [zone, caa(['0 issue "amazon.com"'], "Z1", "TXT")], "name"),
      badStack("in another zone", [zone, caa(['0 issue "amazon.com"'], "Z2")], "name"),
      unknownStack("records not known", [zone, caa(UNKNOWN)], "records"),
    ],
  },
};
