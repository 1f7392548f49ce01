import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { TARGET_GROUP } from "../../kernel/tokens";

const [, TWIN = ""] = TARGET_GROUP;
const PROTOCOL = "healthCheck.protocol";

export const tgHealthCheckEncrypted: Rule = {
  id: "tg-health-check-encrypted",
  title: "Load balancers check the health of their targets over HTTPS",
  severity: "medium",
  controls: { fsbp: ["ELB.21"], nist: ["SC-8(1)"] },
  why: "Whoever can answer a check in clear text decides where requests go and where they do not.",
  fix: 'Set healthCheck.protocol to "HTTPS" and let the targets answer with a certificate, self-signed if need be.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-21",
  types: TARGET_GROUP,
  check({ props, violated }) {
    // Lambda is called by its API; the control is not about gateways.
    if (props.at("targetType").string() === "lambda" || props.at("protocol").string() === "GENEVE") return;
    const protocol = props.at(PROTOCOL);
    if (protocol.string()?.toUpperCase() !== "HTTPS") violated(protocol, "HTTPS", "checks without encryption");
  },
  cases: {
    resource: [
      good("HTTPS", { protocol: "HTTPS", healthCheck: { protocol: "HTTPS", path: "/health" } }),
      good("HTTPS at a target that speaks TCP", { protocol: "TCP", healthCheck: [{ protocol: "HTTPS" }] }),
      good("Lambda", { targetType: "lambda", healthCheck: { enabled: true } }),
      good("appliances behind a gateway", { protocol: "GENEVE" }),
      bad("HTTP", { protocol: "HTTPS", healthCheck: { protocol: "HTTP" } }, PROTOCOL),
      bad("TCP", { protocol: "TLS", healthCheck: { protocol: "TCP" } }, PROTOCOL),
      bad("left out", { protocol: "HTTPS" }, PROTOCOL, { type: TWIN }),
      unknown("not known", { protocol: "HTTPS", healthCheck: { protocol: UNKNOWN } }, PROTOCOL),
    ],
  },
};
