import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

export const eniSourceDestCheck: Rule = {
  id: "eni-source-dest-check",
  title: "Network interfaces take no traffic that is meant for others",
  severity: "medium",
  controls: { fsbp: ["EC2.180"], nist: ["SC-7"] },
  why: "Without the check, a machine that is taken over can pass as a router and receive its neighbours' traffic.",
  fix: "Remove sourceDestCheck; for address translation use an aws.ec2.NatGateway.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-180",
  types: ["aws:ec2/networkInterface:NetworkInterface"],
  check({ props, violated }) {
    const check = props.at("sourceDestCheck");
    if (check.isFalse()) violated(check, "true or absent", "no check");
  },
  remedy: ({ set }) => set("sourceDestCheck", true),
  cases: {
    resource: [
      good("provider's default left", { subnetId: "subnet-1" }),
      good("checked", { sourceDestCheck: true }),
      bad("not checked", { sourceDestCheck: false }, "sourceDestCheck"),
      bad("not checked, as text", { sourceDestCheck: "false" }, "sourceDestCheck"),
      unknown("not known", { sourceDestCheck: UNKNOWN }, "sourceDestCheck"),
    ],
  },
};
