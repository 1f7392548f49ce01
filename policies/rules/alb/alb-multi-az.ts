import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { LOAD_BALANCER } from "../../kernel/tokens";

const [, TWIN = ""] = LOAD_BALANCER;

export const albMultiAz: Rule = {
  id: "alb-multi-az",
  title: "Load balancers have subnets in several availability zones",
  severity: "medium",
  controls: { fsbp: ["ELB.13"], nist: ["CP-10"] },
  why: "When the only zone of a load balancer fails, everything behind it is gone, healthy or not.",
  fix: "Give subnets (or subnetMappings) one subnet for each zone, two at least.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-13",
  types: LOAD_BALANCER,
  parameters: {
    zones: { type: "integer", minimum: 2, maximum: 6, default: 2, description: "Zones that each one spans at least." },
  },
  check({ props, violated, params }) {
    // ELB takes one subnet of a zone, so that subnets are zones.
    const mappings = props.at("subnetMappings");
    const subnets = mappings.isSet() ? mappings : props.at("subnets");
    const count = subnets.list().length;
    if (count < params.zones) violated(subnets, `subnets of at least ${params.zones} zones`, `${count}`);
  },
  cases: {
    resource: [
      good("two subnets, not there yet", { subnets: [UNKNOWN, UNKNOWN] }),
      good("two mappings", { subnetMappings: [{ subnetId: "subnet-1" }, { subnetId: "subnet-2" }] }),
      good("three zones asked for", { subnets: ["subnet-1", "subnet-2", "subnet-3"] }, { params: { zones: 3 } }),
      bad("one subnet", { subnets: ["subnet-1"] }, "subnets"),
      bad("one mapping, as an object", { subnetMappings: { subnetId: "subnet-1" } }, "subnetMappings", { type: TWIN }),
      bad("no subnets", { loadBalancerType: "network" }, "subnets"),
      bad("two of three zones", { subnets: ["subnet-1", "subnet-2"] }, "subnets", { params: { zones: 3 } }),
      unknown("subnets not known", { subnets: UNKNOWN }, "subnets"),
    ],
  },
};
