import type * as pulumi from "@pulumi/pulumi";
import { Operation } from "./operation";
import type { OneOffTaskInputs } from "./provider";

export type OneOffTaskArgs = {
  [Name in Exclude<keyof OneOffTaskInputs, "subnetIds" | "securityGroupIds" | "triggers">]: pulumi.Input<
    OneOffTaskInputs[Name]
  >;
} & {
  subnetIds: pulumi.Input<string>[];
  securityGroupIds: pulumi.Input<string>[];
  /** The task runs again when one of these changes, and at no other change. */
  triggers: { [name: string]: pulumi.Input<string> };
};

/**
 * Runs an ECS task on Fargate to its end, and fails the update with the exit code and the log's last lines unless it
 * ends with exit code 0.
 *
 * Needs, of whoever deploys, `ecs:RunTask`, `ListTasks`, `DescribeTasks` and `StopTask`, `iam:PassRole` for the task's
 * two roles, and `logs:GetLogEvents`. Costs what the task costs while it runs.
 */
export class OneOffTask extends Operation {
  /** The task that ran last. */
  declare readonly taskArn: pulumi.Output<string>;

  constructor(name: string, args: OneOffTaskArgs, opts: pulumi.CustomResourceOptions) {
    super("oneOffTask", "OneOffTask", name, { ...args, taskArn: undefined }, opts);
  }
}
