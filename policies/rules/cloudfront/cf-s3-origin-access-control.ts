import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { DISTRIBUTIONS, isBucketOrigin, MULTITENANT } from "./distributions";

const files = (props: object = {}) => ({
  originId: "files",
  domainName: "assets.s3.eu-west-1.amazonaws.com",
  ...props,
});
const app = { originId: "app", domainName: "app.example.com", customOriginConfig: { httpsPort: 443 } };

export const cfS3OriginAccessControl: Rule = {
  id: "cf-s3-origin-access-control",
  title: "CloudFront signs its requests to buckets by an origin access control",
  severity: "medium",
  controls: { fsbp: ["CloudFront.13"], nist: ["AC-3"] },
  references: { checkov: ["CKV2_AWS_46"], cdkNag: ["AwsSolutions-CFR7"] },
  why: "Unsigned requests need a public bucket; the older access identity knows no KMS keys and no newer regions.",
  fix: "Set originAccessControlId to an aws.cloudfront.OriginAccessControl, and leave originAccessIdentity empty.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-13",
  types: DISTRIBUTIONS,
  check({ props, each, violated }) {
    each(props.at("origins").list().filter(isBucketOrigin), (origin) => {
      const control = origin.at("originAccessControlId");
      const identity = origin.at("s3OriginConfig.originAccessIdentity");
      if (identity.isUnknown() || identity.string())
        return violated(identity, "an origin access control instead", "an origin access identity");
      if (!control.isUnknown() && !control.string()) violated(control, "an origin access control", "nothing");
    });
  },
  cases: {
    resource: [
      good("with one", { origins: [files({ originAccessControlId: "E1" }), app] }),
      good(
        "with one not known yet, in a list of one, for tenants",
        { origins: files({ originAccessControlId: UNKNOWN, originId: undefined, id: "files" }) },
        { type: MULTITENANT },
      ),
      good("an empty identity beside it", {
        origins: [files({ originAccessControlId: "E1", s3OriginConfig: { originAccessIdentity: "" } })],
      }),
      good("a server in private subnets", { origins: [{ originId: "app", vpcOriginConfig: { vpcOriginId: "vo-1" } }] }),
      good(
        "servers for tenants",
        {
          origins: [
            { id: "app", customOriginConfigs: [{ httpsPort: 443 }] },
            { id: "inner", vpcOriginConfigs: [{ vpcOriginId: "vo-1" }] },
          ],
        },
        { type: MULTITENANT },
      ),
      bad("none", { origins: [app, files()] }, "origins[1].originAccessControlId"),
      bad("empty", { origins: [files({ originAccessControlId: "" })] }, "origins[0].originAccessControlId"),
      bad(
        "the older identity",
        { origins: [files({ s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" } })] },
        "origins[0].s3OriginConfig.originAccessIdentity",
      ),
      bad(
        "the older identity, not known yet",
        { origins: [files({ s3OriginConfig: { originAccessIdentity: UNKNOWN } })] },
        "origins[0].s3OriginConfig.originAccessIdentity",
      ),
      unknown("origins not known", { origins: UNKNOWN }, "origins"),
    ],
  },
};
