import { interpolate } from "@pulumi/pulumi";
import type { PolicyStatement } from "../iam";
import { serviceTag } from "../service";
import type { WorkerArgs } from "./worker-args";

/** The right of a worker's tasks to protect themselves: those that carry the service's tag, and no others of the cluster. */
export function taskProtection(name: string, args: WorkerArgs): PolicyStatement {
  const { account, region, cluster } = args;
  return {
    Sid: "ProtectOwnTasks",
    Effect: "Allow",
    Action: ["ecs:GetTaskProtection", "ecs:UpdateTaskProtection"],
    Resource: interpolate`arn:aws:ecs:${region}:${account}:task/${cluster.name}/*`,
    Condition: { StringEquals: { "aws:ResourceTag/service": serviceTag(name, args) } },
  };
}
