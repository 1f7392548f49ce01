import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

const modesOf = (task: Value): Value[] => [task.at("pidMode"), task.at("ipcMode")];

export const ecsNoHostPid: Rule = {
  id: "ecs-no-host-pid",
  title: "ECS tasks share no processes or memory with their host",
  severity: "high",
  controls: { fsbp: ["ECS.3"], nist: ["AC-6", "SC-39"] },
  references: { checkov: ["CKV_AWS_335"] },
  why: "A task in the host's process or memory namespace can watch and manipulate the other tasks on the host.",
  fix: "Leave pidMode and ipcMode out of the task definition, or set them to task.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-3",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  check({ props, each, violated }) {
    each(modesOf(props), (mode) => {
      if (mode.string() === "host") violated(mode, "task or absent", "the host's namespace");
    });
  },
  remedy({ props, each, set }) {
    each(modesOf(props), (mode) => {
      if (mode.string() === "host") set(mode, undefined);
    });
  },
  cases: {
    resource: [
      good("provider's default left", { family: "web" }),
      good("the task's own", { pidMode: "task", ipcMode: "none" }),
      bad("processes of the host", { pidMode: "host" }, "pidMode"),
      bad("memory of the host", { ipcMode: "host" }, "ipcMode"),
      bad("both of the host", { pidMode: "host", ipcMode: "host" }, ["pidMode", "ipcMode"]),
      unknown("mode not known", { pidMode: UNKNOWN }, "pidMode"),
    ],
  },
};
