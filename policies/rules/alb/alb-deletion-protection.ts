import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { LOAD_BALANCER } from "../../kernel/tokens";

const [, TWIN = ""] = LOAD_BALANCER;

export const albDeletionProtection: Rule = {
  id: "alb-deletion-protection",
  title: "AWS refuses to delete load balancers",
  severity: "medium",
  controls: { fsbp: ["ELB.6"], nist: ["CP-2", "CM-3"] },
  references: { checkov: ["CKV_AWS_150"], cdkNag: ["ELBDeletionProtectionEnabled"] },
  why: "A load balancer deleted by mistake, or replaced by a change of its name, takes every service behind it away.",
  fix: "Set enableDeletionProtection to true.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-6",
  types: LOAD_BALANCER,
  check({ props, violated }) {
    const protection = props.at("enableDeletionProtection");
    if (!protection.isTrue()) violated(protection, "true", "no protection");
  },
  remedy: ({ set }) => set("enableDeletionProtection", true),
  cases: {
    resource: [
      good("protected", { enableDeletionProtection: true }),
      good("a network load balancer, as text", { loadBalancerType: "network", enableDeletionProtection: "true" }),
      bad("provider's default left", {}, "enableDeletionProtection"),
      bad("not protected", { enableDeletionProtection: false }, "enableDeletionProtection", { type: TWIN }),
      unknown("not known", { enableDeletionProtection: UNKNOWN }, "enableDeletionProtection"),
    ],
  },
};
