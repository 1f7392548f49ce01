import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

export const ecsTasksetNoPublicIp: Rule = {
  id: "ecs-taskset-no-public-ip",
  title: "ECS task sets give their tasks no public address",
  severity: "high",
  controls: { fsbp: ["ECS.16"], nist: ["SC-7"] },
  why: "A task with a public address can be reached from the internet without passing the load balancer.",
  fix: "Set networkConfiguration.assignPublicIp to false and run the tasks in private subnets.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-16",
  types: ["aws:ecs/taskSet:TaskSet"],
  check({ props, violated }) {
    const address = props.at("networkConfiguration.assignPublicIp");
    if (address.isTrue()) violated(address, "false or absent", "a public address for every task");
  },
  // AWS changes no task set: a new one takes its place, as at each deployment.
  remedy: ({ set }) => set("networkConfiguration.assignPublicIp", false),
  cases: {
    resource: [
      good("address refused", { networkConfiguration: { assignPublicIp: false, subnets: ["subnet-1"] } }),
      good("provider's default left", { networkConfiguration: { subnets: ["subnet-1"] } }),
      good("no network of its own", {}),
      bad("address given", { networkConfiguration: { assignPublicIp: true } }, "networkConfiguration.assignPublicIp"),
      bad(
        "address given as text, in a list of one",
        { networkConfiguration: [{ assignPublicIp: "true" }] },
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
