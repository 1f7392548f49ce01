import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { LOAD_BALANCER } from "../../kernel/tokens";
import { kindOf } from "./load-balancers";

const [, TWIN = ""] = LOAD_BALANCER;

export const albDropInvalidHeaders: Rule = {
  id: "alb-drop-invalid-headers",
  title: "Application load balancers drop headers with invalid names",
  severity: "medium",
  controls: { fsbp: ["ELB.4"], nist: ["SC-7(4)", "SI-10"] },
  references: { checkov: ["CKV_AWS_131"], cdkNag: ["ALBHttpDropInvalidHeaderEnabled"] },
  why: "Two servers that read an odd header differently can be made to serve one user's request to another.",
  fix: "Set dropInvalidHeaderFields to true.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-4",
  types: LOAD_BALANCER,
  check({ props, violated }) {
    if (kindOf(props) !== "application") return;
    const dropped = props.at("dropInvalidHeaderFields");
    if (!dropped.isTrue()) violated(dropped, "true", "invalid headers passed on");
  },
  remedy: ({ set }) => set("dropInvalidHeaderFields", true),
  cases: {
    resource: [
      good("dropped", { dropInvalidHeaderFields: true }),
      good("dropped, as text", { loadBalancerType: "application", dropInvalidHeaderFields: "true" }),
      good("a network load balancer", { loadBalancerType: "network" }),
      bad("provider's default left", {}, "dropInvalidHeaderFields"),
      bad("passed on", { dropInvalidHeaderFields: false }, "dropInvalidHeaderFields", { type: TWIN }),
      unknown("not known", { dropInvalidHeaderFields: UNKNOWN }, "dropInvalidHeaderFields"),
      unknown("kind not known", { loadBalancerType: UNKNOWN }, "loadBalancerType"),
    ],
  },
};
