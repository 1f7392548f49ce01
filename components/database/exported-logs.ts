import type * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "../log-group";

/** The logs of PostgreSQL that RDS can export. */
export const EXPORTED_LOGS = ["postgresql", "upgrade"] as const;

/** RDS names its log groups itself; they exist before it does, so that retention and encryption hold from line one. */
export function createLogGroups(
  name: string,
  identifier: string,
  { logRetentionDays, logKmsKeyArn }: { logRetentionDays: number; logKmsKeyArn: pulumi.Input<string> },
  parent: pulumi.Resource,
  logs: readonly string[] = EXPORTED_LOGS,
): LogGroup[] {
  return logs.map(
    (log) =>
      new LogGroup(
        `${name}-${log}-log`,
        {
          logGroupName: `/aws/rds/instance/${identifier}/${log}`,
          retentionDays: logRetentionDays,
          kmsKeyArn: logKmsKeyArn,
        },
        { parent },
      ),
  );
}
