import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { DISTRIBUTION } from "./distributions";

const site = (viewerCertificate: object, aliases: unknown = ["www.example.com"]) => ({ aliases, viewerCertificate });

export const cfCustomCertificate: Rule = {
  id: "cf-custom-certificate",
  title: "Distributions with domain names of their own have a certificate for them",
  severity: "low",
  controls: { fsbp: ["CloudFront.7"], nist: ["SC-17"] },
  references: { checkov: ["CKV2_AWS_42"] },
  why: "CloudFront's own certificate is for cloudfront.net: browsers refuse it under any other name.",
  fix: "Set viewerCertificate.acmCertificateArn to a certificate of us-east-1 that covers the aliases.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-7",
  types: [DISTRIBUTION],
  check({ props, violated }) {
    if (props.at("aliases").list().length === 0) return;
    const places = ["acmCertificateArn", "iamCertificateId"].map((key) => props.at("viewerCertificate").at(key));
    if (places.some((place) => place.isUnknown() || place.string())) return;
    violated("viewerCertificate.acmCertificateArn", "a certificate for the aliases", "none");
  },
  cases: {
    resource: [
      good("of ACM", site({ acmCertificateArn: UNKNOWN })),
      good("of IAM", site({ iamCertificateId: "ASCA1" })),
      good("no names of its own", { viewerCertificate: { cloudfrontDefaultCertificate: true } }),
      bad("CloudFront's own", site({ cloudfrontDefaultCertificate: true }), "viewerCertificate.acmCertificateArn"),
      bad("empty", site({ acmCertificateArn: "" }, "www.example.com"), "viewerCertificate.acmCertificateArn"),
      unknown("names not known", site({ cloudfrontDefaultCertificate: true }, UNKNOWN), "aliases"),
    ],
  },
};
