import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { ResourceContext, Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";
import { DISTRIBUTIONS, MULTITENANT, serverConnections, VPC_ORIGIN } from "./distributions";

const OLD = ["SSLv3", "TLSv1", "TLSv1.1"];
const origin = (originSslProtocols: unknown, originProtocolPolicy = "https-only") => ({
  originId: "app",
  customOriginConfig: { originProtocolPolicy, originSslProtocols },
});
const place = "origins[0].customOriginConfig.originSslProtocols";

export const cfOriginTlsVersions: Rule = {
  id: "cf-origin-tls-versions",
  title: "CloudFront speaks TLS 1.2 or newer with the servers behind it",
  severity: "medium",
  controls: { fsbp: ["CloudFront.10"], nist: ["SC-8(1)", "SC-13"] },
  references: { checkov: ["CKV2_AWS_54"], cdkNag: ["AwsSolutions-CFR5"] },
  why: "Who sits between CloudFront and the server can make both fall back to the oldest protocol on the list.",
  fix: 'Set originSslProtocols to ["TLSv1.2"].',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-10",
  types: [...DISTRIBUTIONS, VPC_ORIGIN],
  check({ props, each, violated }) {
    eachOld(props, each, (list, versions) => {
      for (const old of versions) violated(list, "TLSv1.2 alone", `${old} accepted`, old);
    });
  },
  remedy({ props, each, set }) {
    eachOld(props, each, (list) =>
      set(list, list.at("items").isSet() ? { items: ["TLSv1.2"], quantity: 1 } : ["TLSv1.2"]),
    );
  },
  cases: {
    resource: [
      good("TLS 1.2", { origins: [origin(["TLSv1.2"])] }),
      good("a bucket", { origins: { originId: "files", originAccessControlId: "E1" } }),
      good("plain HTTP, which is the other rule's", { origins: [origin(["TLSv1"], "http-only")] }),
      ...OLD.map((old) => bad(old, { origins: [origin(["TLSv1.2", old])] }, place)),
      bad("one alone", { origins: [origin("TLSv1")] }, place),
      bad("two at once", { origins: [origin(OLD.slice(1))] }, [place, place]),
      bad(
        "of a VPC origin",
        { vpcOriginEndpointConfig: { originSslProtocols: { items: ["TLSv1.1", "TLSv1.2"], quantity: 2 } } },
        "vpcOriginEndpointConfig.originSslProtocols",
        { type: VPC_ORIGIN },
      ),
      bad(
        "for tenants",
        { origins: [{ id: "app", customOriginConfigs: [{ originSslProtocols: { items: ["SSLv3"] } }] }] },
        "origins[0].customOriginConfigs[0].originSslProtocols",
        { type: MULTITENANT },
      ),
      unknown("not known", { origins: [origin(UNKNOWN)] }, "originSslProtocols"),
      unknown("one not known", { origins: [origin(["TLSv1.2", UNKNOWN])] }, "originSslProtocols[1]"),
    ],
  },
};

/** Calls back for each list of protocols with old ones in it, and these. */
function eachOld(
  props: Value,
  each: ResourceContext["each"],
  report: (list: Value, versions: readonly string[]) => void,
): void {
  each(serverConnections(props), (connection) => {
    if (connection.at("originProtocolPolicy").string() === "http-only") return;
    const list = connection.at("originSslProtocols");
    // Of a VPC origin and of one for tenants, the list is an element of an object.
    const protocols = list.list().flatMap((each) => [...each.strings(), ...each.at("items").strings()]);
    const versions = OLD.filter((old) => protocols.includes(old));
    if (versions.length > 0) report(list, versions);
  });
}
