import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { DISTRIBUTIONS, MULTITENANT } from "./distributions";

// TLSv1.2_2021 and what AWS has added since.
const MODERN = /^TLSv1\.[23]_20(2[1-9]|[3-9]\d)$/;
const certificate = (minimumProtocolVersion: unknown, props: object = {}) => ({
  viewerCertificate: { acmCertificateArn: UNKNOWN, sslSupportMethod: "sni-only", minimumProtocolVersion, ...props },
});

export const cfMinTls: Rule = {
  id: "cf-min-tls",
  title: "Distributions take TLS 1.2 of 2021 or newer from viewers",
  severity: "medium",
  controls: { fsbp: ["CloudFront.15"], nist: ["SC-8(1)", "SC-13"] },
  references: { checkov: ["CKV_AWS_174"], cdkNag: ["AwsSolutions-CFR4"] },
  why: "Older protocols and ciphers can be broken on the way; CloudFront's own certificate accepts TLS 1.0.",
  fix: 'Set viewerCertificate.minimumProtocolVersion to "TLSv1.2_2021" or newer, with a certificate of ACM.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-15",
  types: DISTRIBUTIONS,
  check({ props, violated }) {
    const own = props.at("viewerCertificate.cloudfrontDefaultCertificate");
    if (own.isTrue()) return violated(own, "a certificate of one's own", "CloudFront's, which accepts TLS 1.0");
    const version = props.at("viewerCertificate.minimumProtocolVersion");
    if (!MODERN.test(version.string() ?? ""))
      violated(version, "TLSv1.2_2021 or newer", version.isSet() ? "an older policy" : "nothing, which means TLSv1");
  },
  // Without a certificate of one's own CloudFront takes no other version than its own.
  remedy({ props, set }) {
    const certificate = props.at("viewerCertificate");
    const isOwn = certificate.at("acmCertificateArn").isSet() || certificate.at("iamCertificateId").isSet();
    if (isOwn && !certificate.at("cloudfrontDefaultCertificate").isTrue())
      set(certificate.at("minimumProtocolVersion"), "TLSv1.2_2021");
  },
  cases: {
    resource: [
      ...["TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"].map((version) => good(version, certificate(version))),
      good(
        "in a list of one, for tenants",
        { viewerCertificate: [certificate("TLSv1.2_2021").viewerCertificate] },
        {
          type: MULTITENANT,
        },
      ),
      good(
        "CloudFront's own certificate refused",
        certificate("TLSv1.2_2021", { cloudfrontDefaultCertificate: false }),
      ),
      ...["SSLv3", "TLSv1", "TLSv1.1_2016", "TLSv1.2_2018", "TLSv1.2_2019"].map((version) =>
        bad(version, certificate(version), "viewerCertificate.minimumProtocolVersion"),
      ),
      bad("provider's default left", certificate(undefined), "viewerCertificate.minimumProtocolVersion"),
      bad(
        "CloudFront's own certificate, whatever the version says",
        certificate("TLSv1.2_2021", { acmCertificateArn: undefined, cloudfrontDefaultCertificate: "true" }),
        "viewerCertificate.cloudfrontDefaultCertificate",
        { remediable: false },
      ),
      bad("no certificate named", {}, "viewerCertificate.minimumProtocolVersion", { remediable: false }),
      bad(
        "a certificate of IAM",
        { viewerCertificate: [{ iamCertificateId: UNKNOWN }] },
        "viewerCertificate.minimumProtocolVersion",
      ),
      unknown("not known", certificate(UNKNOWN), "minimumProtocolVersion"),
      unknown("certificate not known", { viewerCertificate: UNKNOWN }, "viewerCertificate"),
    ],
  },
};
