import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { LISTENER } from "../../kernel/tokens";
import { endsTls } from "./listeners";

const [, TWIN = ""] = LISTENER;
const CERTIFICATE = /^arn:[\w-]+:(acm:[\w-]+:\d*:certificate|iam::\d*:server-certificate)\//;

export const albListenerHasCertificate: Rule = {
  id: "alb-listener-has-certificate",
  title: "HTTPS and TLS listeners have a certificate of ACM or IAM",
  severity: "medium",
  controls: { nist: ["SC-23(5)"] },
  references: { cdkNag: ["ELBv2ACMCertificateRequired"] },
  why: "Without a certificate AWS refuses the listener, and the deployment stops with the load balancer half made.",
  fix: "Set certificateArn to the certificateArn of an aws.acm.CertificateValidation, so that it is issued first.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html",
  types: LISTENER,
  check({ props, violated }) {
    const certificate = props.at("certificateArn");
    if (!endsTls(props) || certificate.isUnknown()) return;
    if (!CERTIFICATE.test(certificate.string() ?? ""))
      violated(certificate, "the ARN of a certificate", certificate.isSet() ? "something else" : "none");
  },
  cases: {
    resource: [
      good("of ACM", { protocol: "HTTPS", certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1-2" }),
      good("of ACM in China", { protocol: "TLS", certificateArn: "arn:aws-cn:acm:cn-north-1:1:certificate/1" }),
      good("of IAM", { protocol: "HTTPS", certificateArn: "arn:aws:iam::123456789012:server-certificate/web" }),
      good("not issued yet", { protocol: "HTTPS", certificateArn: UNKNOWN }),
      good("HTTP has none", { port: 80, protocol: "HTTP" }),
      bad("none", { protocol: "HTTPS", port: 443 }, "certificateArn", { type: TWIN }),
      bad("an empty text", { protocol: "TLS", certificateArn: "" }, "certificateArn"),
      bad("another ARN", { protocol: "HTTPS", certificateArn: "arn:aws:s3:::certificates" }, "certificateArn"),
      unknown("protocol not known", { protocol: UNKNOWN }, "protocol"),
    ],
  },
};
