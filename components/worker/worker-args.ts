import type { LogAlarmArgs, ServiceArgs } from "../service";

export interface WorkerArgs extends ServiceArgs {
  /** What tells people that a worker fails, and ends its deployment. */
  alarms: LogAlarmArgs;
  /**
   * Whether a task may ask ECS not to stop it while it works, for up to 48 hours
   * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection-endpoint.html). Default false.
   */
  taskProtection?: boolean;
  /** Seconds between the request to stop and the kill, 2 to 120. Default 120, so that a job can be ended or given back. */
  stopTimeoutSeconds?: number;
}
