import type * as pulumi from "@pulumi/pulumi";
import type { ScheduleGroupReference } from "../schedule-group";
import type { ClusterReference } from "../service";
import type { TaskArgs } from "../task";
import type { ScheduleTimes } from "./schedule-expression";

export interface ScheduledTaskArgs extends TaskArgs {
  cluster: ClusterReference;
  /** Private subnets. */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  group: ScheduleGroupReference;
  times: ScheduleTimes;
  /** Name in the IANA database, for example `Asia/Kolkata`; times follow its summer time. Default `UTC`. */
  timeZone?: string;
  /** Further tries of a run whose task failed, 0 to 10. Default 1. */
  retries?: number;
  /** Minutes that one try may take before it is stopped, 1 to 2880. Default 60. */
  timeoutMinutes?: number;
  /** Whether a run may begin while another one goes on. Default false. */
  overlap?: boolean;
  /** Minutes after its time at which a run is given up that could not begin, 1 to 1440. Default 60. */
  maxDelayMinutes?: number;
  /** Topic that is told of a run that fails or does not come, and the runbook. */
  alarms: { topicArn: pulumi.Input<string>; runbookUrl: string };
}
