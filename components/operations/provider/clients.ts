import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { ECSClient } from "@aws-sdk/client-ecs";

/** What an operation talks to. */
export interface Clients {
  ecs: ECSClient;
  logs: CloudWatchLogsClient;
}

/**
 * Clients with the credentials of whoever runs `pulumi up`: the SDK's own chain of environment, profile, single sign-on
 * and instance role, which is the one that the AWS provider follows too. Throttled calls are repeated for up to a minute.
 */
export function clientsFor(region: string): Clients {
  const settings = { region, maxAttempts: 8 };
  return { ecs: new ECSClient(settings), logs: new CloudWatchLogsClient(settings) };
}
