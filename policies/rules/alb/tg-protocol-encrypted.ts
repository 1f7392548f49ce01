import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { TARGET_GROUP } from "../../kernel/tokens";

const [, TWIN = ""] = TARGET_GROUP;

export const tgProtocolEncrypted: Rule = {
  id: "tg-protocol-encrypted",
  title: "Load balancers speak TLS with their targets",
  severity: "medium",
  controls: { fsbp: ["ELB.22"], nist: ["SC-8(1)"] },
  references: { checkov: ["CKV_AWS_378"] },
  why: "Between load balancer and target, requests cross the VPC in clear text, for whoever can mirror its traffic.",
  fix: 'Set protocol to "HTTPS" (or "TLS") and let the targets answer with a certificate, self-signed if need be.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-22",
  types: TARGET_GROUP,
  check({ props, violated }) {
    // Lambda is called by its API, a load balancer has listeners of its own.
    if (["lambda", "alb"].includes(props.at("targetType").string() ?? "")) return;
    const protocol = props.at("protocol");
    if (!["HTTPS", "TLS", "QUIC", "GENEVE"].includes(protocol.string()?.toUpperCase() ?? ""))
      violated(protocol, "HTTPS, TLS or QUIC", "a protocol without encryption");
  },
  cases: {
    resource: [
      good("HTTPS", { targetType: "ip", protocol: "HTTPS", port: 8443 }),
      good("TLS", { protocol: "TLS", port: 5432 }),
      good("appliances behind a gateway", { protocol: "GENEVE", port: 6081 }),
      good("Lambda", { targetType: "lambda" }),
      good("an application load balancer", { targetType: "alb", protocol: "TCP", port: 443 }),
      bad("HTTP", { targetType: "ip", protocol: "HTTP", port: 8080 }, "protocol"),
      bad("TCP", { targetType: "instance", protocol: "TCP", port: 5432 }, "protocol", { type: TWIN }),
      bad("left out", { port: 80 }, "protocol"),
      unknown("not known", { protocol: UNKNOWN }, "protocol"),
      unknown("kind of targets not known", { targetType: UNKNOWN, protocol: "TCP" }, "targetType"),
    ],
  },
};
