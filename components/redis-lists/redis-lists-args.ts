import type * as pulumi from "@pulumi/pulumi";
import type { ScheduleGroupReference } from "../schedule-group";
import type { SecretSource, TaskLogArgs } from "../task";

export interface RedisListsArgs {
  account: string;
  region: string;
  /** What the function's name and the metric's namespace begin with, for example `pm-prod`. */
  namePrefix: string;
  vpcId: pulumi.Input<string>;
  /** Private subnets, from which cache and Secrets Manager can be reached. */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  cache: {
    host: pulumi.Input<string>;
    port: pulumi.Input<number>;
    /** The token that signs in. */
    auth: SecretSource;
  };
  /** Names of the lists. */
  lists: string[];
  /** Where the schedule stands, and where calls go that failed. */
  group: ScheduleGroupReference;
  /** Key of the function's variables. */
  kmsKeyArn: pulumi.Input<string>;
  log: TaskLogArgs;
  /** Topic that is told when lengths are not measured, and the runbook. */
  alarms: { topicArn: pulumi.Input<string>; runbookUrl: string };
}
