import * as appautoscaling from "@pulumi/aws/appautoscaling";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import { metricQueries } from "../alarms";
import { backlogOfNobody, type BacklogArgs } from "./backlog";

export interface WakeUpArgs {
  /** Physical name of the alarm. */
  alarmName: string;
  backlog: BacklogArgs;
  clusterName: pulumi.Input<string>;
  serviceName: pulumi.Input<string>;
}

/** Seconds that a task needs to start: until it runs, no further one is asked for. */
const START_SECONDS = 180;

/**
 * Starts the first task of a service that has none, as soon as anything waits: target tracking multiplies the number of
 * tasks, and none stays none. This alarm moves tasks and wakes nobody.
 */
export function wakeUp(name: string, args: WakeUpArgs, target: appautoscaling.Target, parent: pulumi.Resource): void {
  const policy = new appautoscaling.Policy(
    `${name}-wake-up`,
    {
      policyType: "StepScaling",
      serviceNamespace: target.serviceNamespace,
      scalableDimension: target.scalableDimension,
      resourceId: target.resourceId,
      stepScalingPolicyConfiguration: {
        adjustmentType: "ChangeInCapacity",
        cooldown: START_SECONDS,
        metricAggregationType: "Maximum",
        stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }],
      },
    },
    { parent },
  );
  const waiting = backlogOfNobody(args.backlog, { ClusterName: args.clusterName, ServiceName: args.serviceName });
  new cloudwatch.MetricAlarm(
    `${name}-wake-up`,
    {
      name: args.alarmName,
      alarmDescription: "Work waits and no task runs: the first one is started. Nobody has to do anything.",
      metricQueries: metricQueries(waiting, 60),
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
      treatMissingData: "notBreaching",
      alarmActions: [policy.arn],
    },
    { parent },
  );
}
