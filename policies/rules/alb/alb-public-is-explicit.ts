import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { LOAD_BALANCER } from "../../kernel/tokens";
import { kindOf } from "./load-balancers";

const [, TWIN = ""] = LOAD_BALANCER;

export const albPublicIsExplicit: Rule = {
  id: "alb-public-is-explicit",
  title: "A load balancer faces the internet only where the program, or a list of them, says so",
  severity: "low",
  controls: { nist: ["SC-7"] },
  why: "Public is what AWS makes of a load balancer that says nothing: one forgotten line publishes an internal service.",
  fix: "Set internal to true, or to false where the load balancer is meant to be public.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html",
  types: LOAD_BALANCER,
  parameters: {
    names: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Logical names of the load balancers that may be public; without any, internal: false says enough.",
    },
  },
  check({ resource, props, violated, params }) {
    const internal = props.at("internal");
    if (kindOf(props) === "gateway" || internal.isTrue()) return;
    if (params.names.length > 0) {
      if (!params.names.includes(resource.name)) violated(internal, "true, or a name of the list", "a public one");
    } else if (!internal.isFalse()) violated(internal, "true, or false in so many words", "nothing, which is public");
  },
  cases: {
    resource: [
      good("internal", { internal: true }),
      good("public in so many words", { internal: false }),
      good("public in so many words, as text", { loadBalancerType: "network", internal: "false" }),
      good("public and in the list", {}, { params: { names: ["case"] } }),
      good("a gateway load balancer", { loadBalancerType: "gateway" }),
      bad("left out", {}, "internal"),
      bad("left out, network", { loadBalancerType: "network" }, "internal", { type: TWIN }),
      bad("not in the list", { internal: false }, "internal", { params: { names: ["ingress"] } }),
      unknown("not known", { internal: UNKNOWN }, "internal"),
    ],
  },
};
