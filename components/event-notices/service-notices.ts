import * as pulumi from "@pulumi/pulumi";
import type { EventNotice } from "./event-notice";

export interface ServiceNoticesArgs {
  region: string;
  account: string;
  clusterName: pulumi.Input<string>;
}

/**
 * What ECS tells of a cluster's services and tasks and no metric shows
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html).
 */
export function serviceNotices({ region, account, clusterName }: ServiceNoticesArgs): EventNotice[] {
  const services = [{ prefix: pulumi.interpolate`arn:aws:ecs:${region}:${account}:service/${clusterName}/` }];
  const clusterArn = [pulumi.interpolate`arn:aws:ecs:${region}:${account}:cluster/${clusterName}`];
  return [
    {
      name: "deployment-failed",
      description: "A deployment failed, and ECS goes back to the version before",
      pattern: {
        source: ["aws.ecs"],
        "detail-type": ["ECS Deployment State Change"],
        resources: services,
        detail: { eventName: ["SERVICE_DEPLOYMENT_FAILED"] },
      },
      parts: { service: "$.resources[0]", reason: "$.detail.reason" },
      message: "The deployment of <service> failed: <reason>",
      runbook: "deployment-failed",
    },
    {
      name: "tasks-not-starting",
      description: "A service cannot start its tasks",
      pattern: {
        source: ["aws.ecs"],
        "detail-type": ["ECS Service Action"],
        resources: services,
        detail: {
          eventName: [
            "SERVICE_TASK_CONFIGURATION_FAILURE",
            "SERVICE_TASK_PLACEMENT_FAILURE",
            "SERVICE_TASK_START_IMPAIRED",
          ],
        },
      },
      parts: { service: "$.resources[0]", event: "$.detail.eventName" },
      message: "<service> cannot start its tasks: <event>.",
      runbook: "missing-tasks",
    },
    {
      name: "out-of-memory",
      description: "A container was killed because it used more memory than it has",
      pattern: {
        source: ["aws.ecs"],
        "detail-type": ["ECS Task State Change"],
        detail: { clusterArn, lastStatus: ["STOPPED"], containers: { reason: [{ prefix: "OutOfMemory" }] } },
      },
      parts: { group: "$.detail.group", task: "$.detail.taskArn" },
      message: "A task of <group> ran out of memory and was killed: <task>.",
      runbook: "service-memory",
    },
  ];
}
