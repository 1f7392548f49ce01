import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { SUBNET } from "../../kernel/tokens";

const [, DEFAULT_SUBNET = ""] = SUBNET;

export const subnetNoAutoPublicIp: Rule = {
  id: "subnet-no-auto-public-ip",
  title: "Subnets give what starts in them no public address",
  severity: "medium",
  controls: { fsbp: ["EC2.15"], nist: ["AC-4(21)", "SC-7"] },
  references: { checkov: ["CKV_AWS_130"], cdkNag: ["VPCSubnetAutoAssignPublicIpDisabled"] },
  why: "Whatever starts there is on the internet without anybody having asked for it.",
  fix: "Set mapPublicIpOnLaunch to false; load balancers and NAT gateways get their public addresses by themselves.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-15",
  types: SUBNET,
  check({ props, violated }) {
    const address = props.at("mapPublicIpOnLaunch");
    if (address.isTrue()) violated(address, "false or absent", "a public address for everything");
  },
  remedy: ({ set }) => set("mapPublicIpOnLaunch", false),
  cases: {
    resource: [
      good("provider's default left", { cidrBlock: "10.0.0.0/24" }),
      good("none", { mapPublicIpOnLaunch: false }),
      bad("given", { mapPublicIpOnLaunch: true }, "mapPublicIpOnLaunch"),
      bad("given, as text", { mapPublicIpOnLaunch: "true" }, "mapPublicIpOnLaunch"),
      bad("given in a default subnet", { mapPublicIpOnLaunch: true }, "mapPublicIpOnLaunch", { type: DEFAULT_SUBNET }),
      unknown("not known", { mapPublicIpOnLaunch: UNKNOWN }, "mapPublicIpOnLaunch"),
    ],
  },
};
