import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { containersOf, nameOf } from "./containers";

const containers = (...list: object[]): { containerDefinitions: string } => ({
  containerDefinitions: JSON.stringify(list),
});
const logged = { name: "web", logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/web" } } };

export const ecsContainerLogging: Rule = {
  id: "ecs-container-logging",
  title: "Every container sends its output to a log",
  severity: "high",
  controls: { fsbp: ["ECS.9"], nist: ["AU-12"] },
  references: { cdkNag: ["AwsSolutions-ECS7"] },
  why: "Without a log driver the output of a task ends with it, and nobody can tell what happened.",
  fix: "Set logConfiguration of every container, with logDriver awslogs or awsfirelens.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  check({ props, each, violated }) {
    each(containersOf(props), (container) => {
      const driver = container.at("logConfiguration.logDriver");
      const name = driver.string();
      if (!name || name === "none") violated(driver, "a log driver", "none", nameOf(container));
    });
  },
  cases: {
    resource: [
      good("CloudWatch Logs", containers(logged)),
      good("FireLens", containers({ name: "web", logConfiguration: { logDriver: "awsfirelens" } })),
      good("another service", containers({ name: "web", logConfiguration: { logDriver: "splunk" } })),
      bad("AWS's default left", containers({ name: "web" }), "containerDefinitions[0].logConfiguration.logDriver"),
      bad(
        "one of two",
        containers(logged, { name: "proxy", logConfiguration: {} }),
        "containerDefinitions[1].logConfiguration.logDriver",
      ),
      bad(
        "thrown away",
        containers({ name: "web", logConfiguration: { logDriver: "none" } }),
        "containerDefinitions[0].logConfiguration.logDriver",
      ),
      bad(
        "as a document",
        { containerDefinitions: [{ name: "web" }] },
        "containerDefinitions[0].logConfiguration.logDriver",
      ),
      bad("no JSON", { containerDefinitions: "web" }, "containerDefinitions"),
      unknown("containers not known", { containerDefinitions: UNKNOWN }, "containerDefinitions"),
    ],
  },
};
