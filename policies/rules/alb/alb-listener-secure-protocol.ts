import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { LISTENER } from "../../kernel/tokens";
import { protocolOf, redirectsToHttps } from "./listeners";

const [, TWIN = ""] = LISTENER;
/** QUIC has TLS built in. */
const SECURE = ["HTTPS", "TLS", "QUIC"];
const redirect = { type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } };
const forward = { type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/app/1" };

export const albListenerSecureProtocol: Rule = {
  id: "alb-listener-secure-protocol",
  title: "Listeners speak HTTPS or TLS, except those that redirect to HTTPS",
  severity: "medium",
  controls: { fsbp: ["ELB.18"], nist: ["SC-8(1)"] },
  references: { checkov: ["CKV_AWS_2", "CKV_AWS_376"], cdkNag: ["ELBTlsHttpsListenersOnly"] },
  why: "Without TLS, anybody between the client and the load balancer reads and changes what passes.",
  fix: 'Set protocol to "HTTPS" (application) or "TLS" (network load balancer) and give certificateArn and sslPolicy.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-18",
  types: LISTENER,
  check({ props, violated }) {
    const protocol = protocolOf(props);
    if (protocol === undefined || SECURE.includes(protocol)) return;
    const actions = props.at("defaultActions").list();
    if (protocol === "HTTP" && actions.length > 0 && actions.every(redirectsToHttps)) return;
    violated("protocol", "HTTPS, TLS or a redirect to HTTPS", "a protocol without encryption");
  },
  cases: {
    resource: [
      good("HTTPS", { port: 443, protocol: "HTTPS", defaultActions: [forward] }),
      good("TLS", { port: 5432, protocol: "TLS", defaultActions: [forward] }),
      good("QUIC", { port: 443, protocol: "QUIC", defaultActions: [forward] }),
      good("a redirect", { port: 80, protocol: "HTTP", defaultActions: redirect }),
      good("a gateway's listener", { defaultActions: [forward] }),
      bad("HTTP that forwards", { port: 80, protocol: "HTTP", defaultActions: [forward] }, "protocol"),
      bad("HTTP that also forwards", { port: 80, defaultActions: [redirect, forward] }, "protocol"),
      bad("HTTP without actions", { port: 80, protocol: "HTTP", defaultActions: [] }, "protocol"),
      bad("TCP, whatever its actions say", { port: 80, protocol: "TCP", defaultActions: redirect }, "protocol"),
      bad("protocol left out", { port: 8080, defaultActions: [forward] }, "protocol", { type: TWIN }),
      bad("TCP", { port: 5432, protocol: "TCP", defaultActions: [forward] }, "protocol"),
      unknown("protocol not known", { port: 80, protocol: UNKNOWN, defaultActions: [forward] }, "protocol"),
      unknown("actions not known", { port: 80, defaultActions: UNKNOWN }, "defaultActions"),
    ],
  },
};
