import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { containersOf, nameOf } from "./containers";

const containers = (...list: object[]): { containerDefinitions: string } => ({
  containerDefinitions: JSON.stringify(list),
});

export const ecsContainerNotPrivileged: Rule = {
  id: "ecs-container-not-privileged",
  title: "No container of a task is privileged",
  severity: "high",
  controls: { fsbp: ["ECS.4"], nist: ["AC-6"] },
  references: { checkov: ["CKV_AWS_334"] },
  why: "A privileged container has the host's root rights, so that a flaw in it takes the whole host.",
  fix: "Remove privileged from containerDefinitions, or add the one capability that is needed in linuxParameters.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  check({ props, each, violated }) {
    each(containersOf(props), (container) => {
      const privileged = container.at("privileged");
      if (privileged.isTrue()) violated(privileged, "false or absent", "a privileged container", nameOf(container));
    });
  },
  cases: {
    resource: [
      good("refused", containers({ name: "web", privileged: false })),
      good("AWS's default left", containers({ name: "web" })),
      bad("privileged", containers({ name: "web", privileged: true }), "containerDefinitions[0].privileged"),
      bad(
        "one of two, as text",
        containers({ name: "web" }, { name: "agent", privileged: "true" }),
        "containerDefinitions[1].privileged",
      ),
      bad(
        "as a document",
        { containerDefinitions: [{ name: "web", privileged: true }] },
        "containerDefinitions[0].privileged",
      ),
      bad("no JSON", { containerDefinitions: "[" }, "containerDefinitions"),
      unknown("containers not known", { containerDefinitions: UNKNOWN }, "containerDefinitions"),
    ],
  },
};
