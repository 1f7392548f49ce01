import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

export const ecsServiceNoPublicIp: Rule = {
  id: "ecs-service-no-public-ip",
  title: "ECS services give their tasks no public address",
  severity: "high",
  controls: { fsbp: ["ECS.2"], nist: ["AC-4(21)", "SC-7"] },
  references: { checkov: ["CKV_AWS_333"] },
  why: "A task with a public address can be reached from the internet without passing the load balancer.",
  fix: "Set networkConfiguration.assignPublicIp to false and run the tasks in private subnets.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2",
  types: ["aws:ecs/service:Service"],
  check({ props, violated }) {
    const address = props.at("networkConfiguration.assignPublicIp");
    if (address.isTrue()) violated(address, "false or absent", "a public address for every task");
  },
  remedy: ({ set }) => set("networkConfiguration.assignPublicIp", false),
  cases: {
    resource: [
      good("address refused", { networkConfiguration: { assignPublicIp: false, subnets: ["subnet-1"] } }),
      good("provider's default left", { networkConfiguration: { subnets: ["subnet-1"] } }),
      bad("address given", { networkConfiguration: { assignPublicIp: true } }, "networkConfiguration.assignPublicIp"),
      bad(
        "address given as text",
        { networkConfiguration: { assignPublicIp: "true" } },
        "networkConfiguration.assignPublicIp",
      ),
      unknown(
        "address not known",
        { networkConfiguration: { assignPublicIp: UNKNOWN } },
        "networkConfiguration.assignPublicIp",
      ),
    ],
  },
};
