import type * as pulumi from "@pulumi/pulumi";
import type { LogAlarmArgs, ServiceArgs } from "../service";
import type { ContainerHealthArgs } from "../task";

export interface InternalServiceArgs extends ServiceArgs {
  /** Port that the container listens on. */
  port: number;
  /** Where the service's name stands. */
  namespace: {
    namespaceId: pulumi.Input<string>;
    /** For example `pm-prod.internal`. */
    domainName: string;
  };
  /** How ECS asks the container whether it is well: only then its address is told. */
  containerHealth: ContainerHealthArgs;
  /** What tells people that the service fails, and ends its deployment. */
  alarms: LogAlarmArgs;
}
