import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import { matchesPattern } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import type { Subject } from "../../kernel/subject";

const RECORD = "aws:route53/record:Record";
const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
// Where AWS answers with a name that an alias can point at.
const NAMES = ["cloudfrontDomainName", "dnsName", "domainName", "fqdn", "name", "regionalDomainName", "websiteDomain"];
const DNS_NAME = "ingress-1.eu-west-1.elb.amazonaws.com";
const PATH = "aliases[0].name";

const record = (name: unknown, refers: CaseResource["refers"] = {}, type: unknown = "A"): CaseResource => ({
  type: RECORD,
  name: "www",
  props: { name: "www.example.com", type, aliases: [{ name, zoneId: "Z1" }] },
  refers,
});
const balancer = (dnsName: unknown): CaseResource => ({ type: BALANCER, name: "ingress", props: { dnsName } });

export const dnsNoDanglingAlias: Rule = {
  id: "dns-no-dangling-alias",
  title: "Aliases point at something that the stack has",
  severity: "medium",
  controls: { nist: ["SC-20"] },
  references: { checkov: ["CKV2_AWS_23"] },
  why: "Once the target is gone somebody else may get its name, and with it the visitors of the domain.",
  fix: "Give the alias the name of the target as an output, for example loadBalancer.dnsName, or put it into `allowed`.",
  url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html",
  types: [RECORD],
  parameters: {
    allowed: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Names outside the stack that aliases may point at; * stands for any text.",
    },
  },
  checkStack({ subject, props, stack, params: { allowed }, each, violated }) {
    if (subject.references["aliases"]?.length) return;
    const aliases = props.at("aliases").list();
    if (aliases.length === 0 || !["A", "AAAA"].includes(props.at("type").string() ?? "")) return;
    each(aliases, (alias) => {
      const target = alias.at("name");
      const name = normalised(target.string() ?? "");
      const isAllowed = allowed.some((pattern: string) => matchesPattern(pattern, name));
      if (!isAllowed && !stack.resources.some((resource) => resource !== subject && isNamed(resource, name)))
        violated(target, "the name of a resource of the stack, or one on the list", "another name");
    });
  },
  cases: {
    stack: [
      goodStack("by reference", [balancer(UNKNOWN), record(UNKNOWN, { aliases: "ingress" })]),
      goodStack("by its known name", [balancer(DNS_NAME), record(`dualstack.${DNS_NAME.toUpperCase()}.`)]),
      goodStack("another record of the zone", [
        { type: RECORD, name: "apex", props: { type: "A", name: "example.com", records: ["192.0.2.1"] } },
        record("example.com"),
      ]),
      goodStack("on the list", [record(DNS_NAME)], { allowed: ["*.elb.amazonaws.com"] }),
      goodStack("no alias", [{ type: RECORD, name: "www", props: { type: "A", records: ["192.0.2.1"] } }]),
      goodStack("no alias, of a type that is not known", [
        { type: RECORD, name: "proof", props: { type: UNKNOWN, records: [UNKNOWN] } },
      ]),
      goodStack("another type", [record("elsewhere.example.com", {}, "CNAME")]),
      badStack("nothing of the stack", [record(DNS_NAME)], PATH),
      badStack("nothing of the stack, over IPv6", [balancer("other"), record(DNS_NAME, {}, "AAAA")], PATH),
      badStack("itself", [record("www.example.com")], PATH),
      badStack("something whose name is not known", [balancer(UNKNOWN), record(DNS_NAME)], PATH),
      badStack("not on the list", [record(DNS_NAME)], PATH, { allowed: ["*.cloudfront.net"] }),
      unknownStack("name not known", [record(UNKNOWN)], PATH),
      unknownStack("type not known", [record(DNS_NAME, {}, UNKNOWN)], "type"),
    ],
  },
};

const isNamed = ({ props }: Subject, name: string): boolean =>
  NAMES.some((key) => {
    const value = props.at(key);
    return value.isSet() && !value.isUnknown() && normalised(value.string() ?? "") === name;
  });

/** Letter case, the dot at the end and the prefix for both address families make no difference. */
const normalised = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^dualstack\./, "")
    .replace(/\.$/, "");
