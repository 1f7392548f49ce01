import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { DISTRIBUTIONS, MULTITENANT } from "./distributions";

const method = (sslSupportMethod: unknown) => ({ viewerCertificate: { acmCertificateArn: UNKNOWN, sslSupportMethod } });

export const cfSniOnly: Rule = {
  id: "cf-sni-only",
  title: "Distributions tell names apart by SNI, not by addresses of their own",
  severity: "low",
  controls: { fsbp: ["CloudFront.8"], nist: ["SC-8"] },
  why: "Dedicated addresses cost $600 a month, for browsers that are too old for safe TLS anyway.",
  fix: 'Set viewerCertificate.sslSupportMethod to "sni-only".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-8",
  types: DISTRIBUTIONS,
  check({ props, violated }) {
    const method = props.at("viewerCertificate.sslSupportMethod");
    if (!["sni-only", undefined].includes(method.string())) violated(method, "sni-only", "dedicated addresses");
  },
  remedy: ({ set }) => set("viewerCertificate.sslSupportMethod", "sni-only"),
  cases: {
    resource: [
      good("SNI", method("sni-only")),
      good("CloudFront's own certificate", { viewerCertificate: { cloudfrontDefaultCertificate: true } }),
      bad("a virtual address", method("vip"), "viewerCertificate.sslSupportMethod"),
      bad("fixed addresses, for tenants", method("static-ip"), "viewerCertificate.sslSupportMethod", {
        type: MULTITENANT,
      }),
      unknown("not known", method(UNKNOWN), "sslSupportMethod"),
    ],
  },
};
