import type * as pulumi from "@pulumi/pulumi";

export interface RunArgs {
  clusterArn: pulumi.Input<string>;
  /** The revision that is run. */
  taskDefinitionArn: pulumi.Input<string>;
  family: string;
  /** Private subnets. */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  securityGroupId: pulumi.Input<string>;
  /** Further tries of a run that has failed. */
  retries: number;
  /** Minutes that one try may take. */
  timeoutMinutes: number;
  /** Whether a run may begin while another one goes on. */
  overlap: boolean;
}

/** Seconds before the first further try; they double with each. */
const RETRY_SECONDS = 60;

/**
 * How one run goes, in the language of Step Functions (https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html):
 * it leaves when an earlier run still goes on, runs the task and waits for its end, and tries again where the task
 * failed. A task that takes too long is stopped, and the run with it.
 */
export function runDefinition(args: RunArgs): object {
  return {
    QueryLanguage: "JSONata",
    StartAt: args.overlap ? "Run" : "FindEarlierRun",
    States: { ...(args.overlap ? {} : whereAlone(args)), Run: run(args), TookTooLong: tookTooLong(args) },
  };
}

/** Runs that began earlier, or in the same moment with a lesser name: of two that meet, exactly one goes on. */
const EARLIER_RUNS = [
  "($me := $states.context.Execution; $start := $toMillis($me.StartTime);",
  "$count($states.result.Executions[ExecutionArn != $me.Id and",
  "($toMillis(StartDate) < $start or ($toMillis(StartDate) = $start and ExecutionArn < $me.Id))]))",
].join(" ");

function whereAlone({ clusterArn, family }: RunArgs): object {
  return {
    FindEarlierRun: {
      Type: "Task",
      Resource: "arn:aws:states:::aws-sdk:sfn:listExecutions",
      Arguments: { StateMachineArn: "{% $states.context.StateMachine.Id %}", StatusFilter: "RUNNING" },
      Output: { earlierRuns: `{% ${EARLIER_RUNS} %}` },
      Retry: [{ ErrorEquals: ["States.ALL"], MaxAttempts: 3, IntervalSeconds: 5, BackoffRate: 2 }],
      Next: "IsAlone",
    },
    IsAlone: {
      Type: "Choice",
      Choices: [{ Condition: "{% $states.input.earlierRuns > 0 %}", Next: "LeaveToEarlierRun" }],
      Default: "Run",
    },
    LeaveToEarlierRun: { Type: "Succeed" },
    ...stopTasks(clusterArn, family),
  };
}

function run(args: RunArgs): object {
  const { clusterArn, taskDefinitionArn, subnetIds, securityGroupId, retries, timeoutMinutes, overlap } = args;
  return {
    Type: "Task",
    Resource: "arn:aws:states:::ecs:runTask.sync",
    TimeoutSeconds: timeoutMinutes * 60,
    Arguments: {
      Cluster: clusterArn,
      TaskDefinition: taskDefinitionArn,
      LaunchType: "FARGATE",
      NetworkConfiguration: {
        AwsvpcConfiguration: { Subnets: subnetIds, SecurityGroups: [securityGroupId], AssignPublicIp: "DISABLED" },
      },
      PropagateTags: "TASK_DEFINITION",
    },
    ...(retries > 0 && {
      // Every failure but that of time: who has waited so long does not begin anew.
      Retry: [
        { ErrorEquals: ["States.TaskFailed"], MaxAttempts: retries, IntervalSeconds: RETRY_SECONDS, BackoffRate: 2 },
      ],
    }),
    Catch: [{ ErrorEquals: ["States.Timeout"], Next: overlap ? "TookTooLong" : "FindTasks" }],
    End: true,
  };
}

/**
 * Stops what is left of a run that took too long. Step Functions says that it stops a task when a run is broken off, but
 * not that it does when the time of a state is up
 * (https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-sync). Where runs do not overlap,
 * every task of the family is of this run; where they do, nobody could tell them apart.
 */
function stopTasks(clusterArn: pulumi.Input<string>, family: string): object {
  return {
    FindTasks: {
      Type: "Task",
      Resource: "arn:aws:states:::aws-sdk:ecs:listTasks",
      Arguments: { Cluster: clusterArn, Family: family },
      Output: { tasks: "{% [$states.result.TaskArns] %}" },
      Next: "StopTasks",
    },
    StopTasks: {
      Type: "Map",
      Items: "{% $states.input.tasks %}",
      ItemProcessor: {
        StartAt: "StopTask",
        States: {
          StopTask: {
            Type: "Task",
            Resource: "arn:aws:states:::aws-sdk:ecs:stopTask",
            Arguments: { Cluster: clusterArn, Task: "{% $states.input %}", Reason: "The run took too long" },
            End: true,
          },
        },
      },
      Next: "TookTooLong",
    },
  };
}

const tookTooLong = ({ timeoutMinutes }: RunArgs): object => ({
  Type: "Fail",
  Error: "TookTooLong",
  Cause: `The task had not ended after ${timeoutMinutes} minutes`,
});
