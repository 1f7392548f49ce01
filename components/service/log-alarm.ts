import type * as pulumi from "@pulumi/pulumi";
import { LogErrorAlarm } from "../alarms";

/** What tells people that a service without a load balancer fails, and ends its deployment. */
export interface LogAlarmArgs {
  /** Topic that is told. */
  topicArn: pulumi.Input<string>;
  /** Address of the runbook. */
  runbookUrl: string;
  /** Lines with `ERROR` within 5 minutes that are still borne. Default 10. */
  maxLogErrors?: number;
}

/** The alarm on the service's own log: the one sign of a bad version where no requests are counted. */
export function logAlarm(
  name: string,
  { namePrefix, alarms }: { namePrefix: string; alarms: LogAlarmArgs },
  logGroupName: pulumi.Input<string>,
  parent: pulumi.Resource,
): LogErrorAlarm {
  const { topicArn, runbookUrl, maxLogErrors: maxErrors } = alarms;
  return new LogErrorAlarm(
    name,
    { namePrefix: `${namePrefix}-${name}`, logGroupName, topicArn, runbookUrl, maxErrors },
    { parent },
  );
}
