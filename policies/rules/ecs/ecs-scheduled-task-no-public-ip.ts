import { bad, good, type Properties, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { networkPathOf } from "./task-network";

const SCHEDULE = "aws:scheduler/schedule:Schedule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";

const schedule = (assignPublicIp: unknown): Properties => ({
  target: { arn: "arn:aws:ecs:eu-west-1:123456789012:cluster/a", ecsParameters: network(assignPublicIp) },
});
const eventTarget = (assignPublicIp: unknown): Properties => ({ ecsTarget: network(assignPublicIp) });
const network = (assignPublicIp: unknown): Properties => ({
  networkConfiguration: { subnets: ["subnet-1"], assignPublicIp },
});

export const ecsScheduledTaskNoPublicIp: Rule = {
  id: "ecs-scheduled-task-no-public-ip",
  title: "Scheduled and event-driven ECS tasks get no public address",
  severity: "high",
  controls: { nist: ["SC-7"] },
  why: "Tasks that a schedule or an event starts bypass the settings of the service, and a public address exposes them.",
  fix: "Set assignPublicIp to false in the networkConfiguration of ecsParameters (Schedule) or ecsTarget (EventTarget).",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/tasks-scheduled-eventbridge-scheduler.html",
  types: [SCHEDULE, TARGET],
  check({ resource, props, violated }) {
    const address = props.at(`${networkPathOf(resource.type)}.assignPublicIp`);
    if (address.isTrue()) violated(address, "false or absent", "a public address for every task");
  },
  remedy: ({ resource, set }) => set(`${networkPathOf(resource.type)}.assignPublicIp`, false),
  cases: {
    resource: [
      good("address refused", schedule(false)),
      good("provider's default left", schedule(undefined)),
      good("a schedule of something else", { target: { arn: "arn:aws:lambda:eu-west-1:123456789012:function:a" } }),
      good("event target with the address refused", eventTarget("false"), { type: TARGET }),
      good("event target of something else", { arn: "arn:aws:sns:eu-west-1:123456789012:a" }, { type: TARGET }),
      bad("address given", schedule(true), "target.ecsParameters.networkConfiguration.assignPublicIp"),
      bad("address given as text", schedule("true"), "target.ecsParameters.networkConfiguration.assignPublicIp"),
      bad("event target with an address", eventTarget(true), "ecsTarget.networkConfiguration.assignPublicIp", {
        type: TARGET,
      }),
      unknown("address not known", schedule(UNKNOWN), "target.ecsParameters.networkConfiguration.assignPublicIp"),
      unknown("event target not known", { ecsTarget: UNKNOWN }, "ecsTarget", { type: TARGET }),
    ],
  },
};
