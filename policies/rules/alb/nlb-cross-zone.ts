import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { LOAD_BALANCER } from "../../kernel/tokens";
import { kindOf } from "./load-balancers";

const [, TWIN = ""] = LOAD_BALANCER;
const network = { loadBalancerType: "network" };

export const nlbCrossZone: Rule = {
  id: "nlb-cross-zone",
  title: "Network load balancers spread traffic over the targets of all zones",
  severity: "low",
  controls: { nist: ["CP-10"] },
  references: { checkov: ["CKV_AWS_152"] },
  why: "Otherwise the targets of a zone with few of them are overrun, and a zone without healthy ones answers nobody.",
  fix: "Set enableCrossZoneLoadBalancing to true; traffic between zones is charged.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-load-balancer-attributes.html",
  types: LOAD_BALANCER,
  check({ props, violated }) {
    if (kindOf(props) !== "network") return;
    const crossZone = props.at("enableCrossZoneLoadBalancing");
    if (!crossZone.isTrue()) violated(crossZone, "true", "each zone by itself");
  },
  remedy: ({ set }) => set("enableCrossZoneLoadBalancing", true),
  cases: {
    resource: [
      good("over all zones", { ...network, enableCrossZoneLoadBalancing: true }),
      good("an application load balancer does so by itself", {}),
      bad("provider's default left", network, "enableCrossZoneLoadBalancing"),
      bad("switched off", { ...network, enableCrossZoneLoadBalancing: "false" }, "enableCrossZoneLoadBalancing", {
        type: TWIN,
      }),
      unknown("not known", { ...network, enableCrossZoneLoadBalancing: UNKNOWN }, "enableCrossZoneLoadBalancing"),
    ],
  },
};
