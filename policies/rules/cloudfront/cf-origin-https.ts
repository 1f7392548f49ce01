import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";
import { DISTRIBUTIONS, MULTITENANT, serverConnections, VPC_ORIGIN } from "./distributions";

const origin = (originProtocolPolicy: unknown) => ({ originId: "app", customOriginConfig: { originProtocolPolicy } });
const viewers = (viewerProtocolPolicy: string) => ({ defaultCacheBehavior: { viewerProtocolPolicy } });

export const cfOriginHttps: Rule = {
  id: "cf-origin-https",
  title: "CloudFront speaks HTTPS with the servers behind it",
  severity: "medium",
  controls: { fsbp: ["CloudFront.9"], nist: ["SC-8(1)"] },
  references: { checkov: ["CKV2_AWS_72"] },
  why: "The last part of the way, often over the internet, is otherwise open to whoever carries it.",
  fix: 'Set customOriginConfig.originProtocolPolicy (of a VpcOrigin: vpcOriginEndpointConfig.originProtocolPolicy) to "https-only".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-9",
  types: [...DISTRIBUTIONS, VPC_ORIGIN],
  check({ resource, props, each, violated }) {
    each(serverConnections(props), (connection) => {
      const value = connection.at("originProtocolPolicy");
      const policy = value.string();
      if (policy === "https-only") return;
      // Who uses a VPC origin is told by its distribution.
      if (policy === "match-viewer" && (resource.type === VPC_ORIGIN || areViewersOnHttps(props))) return;
      violated(value, "https-only", policy === undefined ? "nothing" : "plain HTTP possible");
    });
  },
  cases: {
    resource: [
      good("HTTPS", { origins: [origin("https-only")] }),
      good("like its viewers, who use HTTPS", { origins: origin("match-viewer"), ...viewers("redirect-to-https") }),
      good("like its viewers, who use nothing but HTTPS", {
        origins: origin("match-viewer"),
        ...viewers("https-only"),
      }),
      good("a bucket", { origins: [{ originId: "files", originAccessControlId: "E1" }] }),
      good("a VPC origin", { vpcOriginEndpointConfig: { originProtocolPolicy: "https-only" } }, { type: VPC_ORIGIN }),
      good(
        "a VPC origin like its viewers, whom its distribution tells",
        { vpcOriginEndpointConfig: { originProtocolPolicy: "match-viewer" } },
        { type: VPC_ORIGIN },
      ),
      bad(
        "HTTP, one of two",
        { origins: [origin("https-only"), origin("http-only")] },
        "origins[1].customOriginConfig.originProtocolPolicy",
      ),
      bad(
        "like its viewers, who may use HTTP",
        { origins: [origin("match-viewer")], ...viewers("allow-all") },
        "origins[0].customOriginConfig.originProtocolPolicy",
      ),
      bad(
        "like its viewers, who may use HTTP on one path",
        {
          origins: [origin("match-viewer")],
          ...viewers("https-only"),
          orderedCacheBehaviors: [{ viewerProtocolPolicy: "allow-all" }],
        },
        "origins[0].customOriginConfig.originProtocolPolicy",
      ),
      bad(
        "like its viewers, of whom some tenants' may use HTTP",
        {
          origins: [{ id: "app", customOriginConfigs: [{ originProtocolPolicy: "match-viewer" }] }],
          ...viewers("https-only"),
          cacheBehaviors: [{ viewerProtocolPolicy: "allow-all" }],
        },
        "origins[0].customOriginConfigs[0].originProtocolPolicy",
        { type: MULTITENANT },
      ),
      bad(
        "HTTP for tenants",
        { origins: [{ id: "app", customOriginConfigs: [{ originProtocolPolicy: "http-only" }] }] },
        "origins[0].customOriginConfigs[0].originProtocolPolicy",
        { type: MULTITENANT },
      ),
      bad(
        "HTTP to a VPC origin",
        { vpcOriginEndpointConfig: { originProtocolPolicy: "http-only" } },
        "vpcOriginEndpointConfig.originProtocolPolicy",
        {
          type: VPC_ORIGIN,
        },
      ),
      unknown("not known", { origins: [origin(UNKNOWN)] }, "originProtocolPolicy"),
      unknown("origins not known", { origins: UNKNOWN }, "origins"),
    ],
  },
};

function areViewersOnHttps(props: Value): boolean {
  const behaviours = ["defaultCacheBehavior", "orderedCacheBehaviors", "cacheBehaviors"].flatMap((property) =>
    props.at(property).list(),
  );
  return behaviours.every((behaviour) =>
    ["redirect-to-https", "https-only"].includes(behaviour.at("viewerProtocolPolicy").string() ?? ""),
  );
}
