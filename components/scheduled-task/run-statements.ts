import { interpolate } from "@pulumi/pulumi";
import type * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../iam";

export interface RunStatementsArgs {
  account: string;
  region: string;
  cluster: { arn: pulumi.Input<string>; name: pulumi.Input<string> };
  family: string;
  stateMachineArn: string;
  /** The task's own role and the one that starts it. */
  roleArns: pulumi.Input<string>[];
  overlap: boolean;
}

/** What a run may do: start tasks of its own family in its own cluster with its own two roles, and watch and stop them. */
export function runStatements(args: RunStatementsArgs): PolicyStatement[] {
  const { account, region, cluster, family, roleArns, overlap } = args;
  const inCluster = { ArnEquals: { "ecs:cluster": cluster.arn } };
  const tasks = interpolate`arn:aws:ecs:${region}:${account}:task/${cluster.name}/*`;
  return [
    {
      Sid: "RunTask",
      Effect: "Allow",
      Action: "ecs:RunTask",
      Resource: `arn:aws:ecs:${region}:${account}:task-definition/${family}:*`,
      Condition: inCluster,
    },
    {
      Sid: "TagTask",
      Effect: "Allow",
      Action: "ecs:TagResource",
      Resource: tasks,
      Condition: { StringEquals: { "ecs:CreateAction": "RunTask" } },
    },
    {
      Sid: "PassTheTwoRoles",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: roleArns,
      Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
    },
    { Sid: "FollowTask", Effect: "Allow", Action: ["ecs:DescribeTasks", "ecs:StopTask"], Resource: tasks },
    {
      // How Step Functions hears of a task's end: https://docs.aws.amazon.com/step-functions/latest/dg/ecs-iam.html
      Sid: "HearOfItsEnd",
      Effect: "Allow",
      Action: ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
      Resource: `arn:aws:events:${region}:${account}:rule/StepFunctionsGetEventsForECSTaskRule`,
    },
    ...(overlap ? [] : aloneStatements(args)),
  ];
}

/** What a run needs to see whether it is alone, and to find what it left running. */
function aloneStatements({ cluster, stateMachineArn }: RunStatementsArgs): PolicyStatement[] {
  return [
    { Sid: "FindOtherRuns", Effect: "Allow", Action: "states:ListExecutions", Resource: stateMachineArn },
    {
      // The list knows no resource of its own: the cluster is its condition.
      Sid: "FindTasks",
      Effect: "Allow",
      Action: "ecs:ListTasks",
      Resource: "*",
      Condition: { ArnEquals: { "ecs:cluster": cluster.arn } },
    },
  ];
}
