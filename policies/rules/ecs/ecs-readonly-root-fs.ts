import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { containersOf, nameOf } from "./containers";

const containers = (...list: object[]): { containerDefinitions: string } => ({
  containerDefinitions: JSON.stringify(list),
});

export const ecsReadonlyRootFs: Rule = {
  id: "ecs-readonly-root-fs",
  title: "The root file system of every container is read-only",
  severity: "high",
  controls: { fsbp: ["ECS.5"], nist: ["CM-7", "AC-6"] },
  references: { checkov: ["CKV_AWS_336"] },
  why: "In a writable file system an attacker can leave tools and change the program that runs.",
  fix: "Set readonlyRootFilesystem to true for every container and mount a volume at each path that is written.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  check({ props, each, violated }) {
    // Windows containers do not have the setting.
    if (props.at("runtimePlatform.operatingSystemFamily").string()?.toUpperCase().startsWith("WINDOWS")) return;
    each(containersOf(props), (container) => {
      const readonly = container.at("readonlyRootFilesystem");
      if (!readonly.isTrue()) violated(readonly, "true", "a writable root file system", nameOf(container));
    });
  },
  cases: {
    resource: [
      good("read-only", containers({ name: "web", readonlyRootFilesystem: true })),
      good("read-only, as text", containers({ name: "web", readonlyRootFilesystem: "true" })),
      good("Windows", {
        ...containers({ name: "web" }),
        runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
      }),
      bad("AWS's default left", containers({ name: "web" }), "containerDefinitions[0].readonlyRootFilesystem"),
      bad(
        "writable",
        containers({ name: "web", readonlyRootFilesystem: false }),
        "containerDefinitions[0].readonlyRootFilesystem",
      ),
      bad(
        "one of two, on named Linux",
        {
          ...containers({ name: "web", readonlyRootFilesystem: true }, { name: "proxy" }),
          runtimePlatform: { operatingSystemFamily: "LINUX" },
        },
        "containerDefinitions[1].readonlyRootFilesystem",
      ),
      bad("as a document", { containerDefinitions: { name: "web" } }, "containerDefinitions.readonlyRootFilesystem"),
      bad("no JSON", { containerDefinitions: "" }, "containerDefinitions"),
      unknown("containers not known", { containerDefinitions: UNKNOWN }, "containerDefinitions"),
      unknown(
        "system not known",
        { ...containers({ name: "web" }), runtimePlatform: { operatingSystemFamily: UNKNOWN } },
        "runtimePlatform.operatingSystemFamily",
      ),
    ],
  },
};
