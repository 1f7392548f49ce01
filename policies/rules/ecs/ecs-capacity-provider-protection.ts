import { bad, good, type Properties, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const PATH = "autoScalingGroupProvider.managedTerminationProtection";
const provider = (managedTerminationProtection: unknown): Properties => ({
  autoScalingGroupProvider: { autoScalingGroupArn: UNKNOWN, managedTerminationProtection },
});

export const ecsCapacityProviderProtection: Rule = {
  id: "ecs-capacity-provider-protection",
  title: "No instance of a capacity provider is terminated while tasks run on it",
  severity: "medium",
  controls: { fsbp: ["ECS.19"], nist: ["CP-10"] },
  why: "Without the protection, scaling in stops instances together with the tasks that still serve requests.",
  fix: 'Set autoScalingGroupProvider.managedTerminationProtection to "ENABLED", with managed scaling on.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-19",
  types: ["aws:ecs/capacityProvider:CapacityProvider"],
  check({ props, violated }) {
    // Managed instances and Fargate have no such group.
    if (!props.at("autoScalingGroupProvider").isSet()) return;
    const protection = props.at(PATH);
    if (protection.string() !== "ENABLED") violated(protection, "ENABLED", "no protection");
  },
  // AWS takes it for an auto scaling group that protects its instances from scaling in, and says so otherwise.
  remedy: ({ set }) => set(PATH, "ENABLED"),
  cases: {
    resource: [
      good("protected", provider("ENABLED")),
      good("protected, in a list of one", {
        autoScalingGroupProvider: [{ managedTerminationProtection: "ENABLED" }],
      }),
      good("managed instances", { managedInstancesProvider: {} }),
      bad("AWS's default left", provider(undefined), PATH),
      bad("unprotected", provider("DISABLED"), PATH),
      unknown("not known", provider(UNKNOWN), PATH),
    ],
  },
};
