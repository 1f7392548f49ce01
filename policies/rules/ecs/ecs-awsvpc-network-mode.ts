import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

export const ecsAwsvpcNetworkMode: Rule = {
  id: "ecs-awsvpc-network-mode",
  title: "ECS tasks have a network interface of their own",
  severity: "medium",
  controls: { securityHub: ["ECS.17"], nist: ["AC-3", "SC-7"] },
  references: { cdkNag: ["ECSTaskDefinitionUserForHostMode"] },
  why: "Tasks that share their host's network share its address, its ports and its security groups with each other.",
  fix: 'Set networkMode to "awsvpc".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-17",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  check({ props, violated }) {
    const networkMode = props.at("networkMode");
    const mode = networkMode.string();
    if (mode === "host") violated(networkMode, "awsvpc", "the host's network");
    // ECS Anywhere offers no awsvpc; a task without network exposes none.
    const isOutside = props.at("requiresCompatibilities").strings().includes("EXTERNAL");
    if ((!mode || mode === "bridge") && !isOutside) violated(networkMode, "awsvpc", "the host's bridge");
  },
  cases: {
    resource: [
      good("an interface of its own", { networkMode: "awsvpc" }),
      good("no network", { networkMode: "none" }),
      good("outside AWS, which offers no better", { networkMode: "bridge", requiresCompatibilities: ["EXTERNAL"] }),
      bad("the host's network", { networkMode: "host" }, "networkMode"),
      bad(
        "the host's network, outside AWS",
        { networkMode: "host", requiresCompatibilities: "EXTERNAL" },
        "networkMode",
      ),
      bad("the host's bridge", { networkMode: "bridge" }, "networkMode"),
      bad("AWS's default left", { requiresCompatibilities: ["EC2"] }, "networkMode"),
      unknown("mode not known", { networkMode: UNKNOWN }, "networkMode"),
    ],
  },
};
