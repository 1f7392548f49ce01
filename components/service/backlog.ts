import type { MetricExpression, MetricStatistic } from "../alarms";

/** Work that waits for a service's tasks, and how much of it one task is to have. */
export interface BacklogArgs {
  /** How much waits at the moment: messages of a queue, entries of a list. */
  waiting: MetricStatistic;
  /** What one task is to have before it: the time that a job may wait, by the time that it takes. */
  perTask: number;
}

type Service = {
  ClusterName: MetricStatistic["dimensions"][string];
  ServiceName: MetricStatistic["dimensions"][string];
};

/** Container Insights counts the tasks; of a service without tasks it says nothing, so silence is none. */
const runningTasks = (dimensions: Service): MetricStatistic => ({
  namespace: "ECS/ContainerInsights",
  name: "RunningTaskCount",
  dimensions: { ...dimensions },
  statistic: "Average",
});

/**
 * What waits for each running task
 * (https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html).
 * Without a running task it is all that waits, which is what a first task would have before it.
 */
export function backlogPerTask({ waiting }: BacklogArgs, service: Service): MetricExpression {
  return {
    expression: "IF(FILL(running, 0) > 0, waiting / running, waiting)",
    label: "Backlog per task",
    metrics: { waiting, running: runningTasks(service) },
  };
}

/** What waits while no task runs; 0 as soon as one does. */
export function backlogOfNobody({ waiting }: BacklogArgs, service: Service): MetricExpression {
  return {
    expression: "IF(FILL(running, 0) > 0, 0, waiting)",
    label: "Backlog without a task",
    metrics: { waiting, running: runningTasks(service) },
  };
}
