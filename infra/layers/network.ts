import { Network } from "@platform/components/network";
import type { StackConfig } from "../config";
import type { Foundation } from "./foundation";

// What every task needs to start and to log without passing a NAT gateway: its image, its secrets, their key, its log.
const ENDPOINTS = ["ecr.api", "ecr.dkr", "kms", "logs", "secretsmanager"];

export function network(config: StackConfig, { names, opts, keys }: Foundation): Network {
  const { region, account } = config;
  const { interfaceEndpoints, flowLogRetentionDays, ...layout } = config.network;
  return new Network(
    "network",
    {
      region,
      account,
      ...layout,
      interfaceEndpoints: interfaceEndpoints ? endpointsFor(config) : [],
      flowLogs: {
        logGroupName: names.logGroup("flow-logs"),
        retentionDays: flowLogRetentionDays,
        kmsKeyArn: keys.logs.keyArn,
      },
    },
    opts,
  );
}

/** Derived from what the stack uses: a session into a task passes Systems Manager. */
export function endpointsFor({ services, queues }: Pick<StackConfig, "services" | "queues">): string[] {
  const exec = Object.values(services).some((service) => service.exec);
  const hasQueues = Object.keys(queues).length > 0;
  return [...ENDPOINTS, ...(hasQueues ? ["sqs"] : []), ...(exec ? ["ssmmessages"] : [])];
}
