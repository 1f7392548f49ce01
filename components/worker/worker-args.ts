import type * as pulumi from "@pulumi/pulumi";
import type { ServiceArgs } from "../service";

export interface WorkerArgs extends ServiceArgs {
  /** What tells people that a worker fails, and ends its deployment. */
  alarms: WorkerAlarmsArgs;
  /**
   * Whether a task may ask ECS not to stop it while it works, for up to 48 hours
   * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection-endpoint.html). Default false.
   */
  taskProtection?: boolean;
  /** Seconds between the request to stop and the kill, 2 to 120. Default 120, so that a job can be ended or given back. */
  stopTimeoutSeconds?: number;
}

export interface WorkerAlarmsArgs {
  /** Topic that is told. */
  topicArn: pulumi.Input<string>;
  /** Address of the runbook. */
  runbookUrl: string;
  /** Lines with `ERROR` within 5 minutes that are still borne. Default 10. */
  maxLogErrors?: number;
}
