import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { LOAD_BALANCER } from "../../kernel/tokens";
import { kindOf } from "./load-balancers";

const [, TWIN = ""] = LOAD_BALANCER;

export const albDesyncMode: Rule = {
  id: "alb-desync-mode",
  title: "Application load balancers block requests that servers could read differently",
  severity: "medium",
  controls: { fsbp: ["ELB.12"], nist: ["SI-10"] },
  references: { checkov: ["CKV_AWS_328"] },
  why: "Request smuggling hides a second request in a first one: it poisons caches and takes over sessions.",
  fix: 'Remove desyncMitigationMode, or set it to "defensive" (the default) or "strictest".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-12",
  types: LOAD_BALANCER,
  check({ props, violated }) {
    if (kindOf(props) !== "application") return;
    const mode = props.at("desyncMitigationMode");
    if (!["defensive", "strictest"].includes(mode.string() ?? "defensive"))
      violated(mode, "defensive or strictest", "another mode");
  },
  remedy: ({ set }) => set("desyncMitigationMode", "defensive"),
  cases: {
    resource: [
      good("AWS's default left", {}),
      good("the default written out", { desyncMitigationMode: "defensive" }),
      good("strictest", { desyncMitigationMode: "strictest" }),
      good("a network load balancer", { loadBalancerType: "network", desyncMitigationMode: "monitor" }),
      bad("watched only", { desyncMitigationMode: "monitor" }, "desyncMitigationMode"),
      bad("watched only, the twin", { desyncMitigationMode: "monitor" }, "desyncMitigationMode", { type: TWIN }),
      unknown("not known", { desyncMitigationMode: UNKNOWN }, "desyncMitigationMode"),
    ],
  },
};
