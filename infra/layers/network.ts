import { Network } from "@platform/components/network";
import type { ServiceConfig, StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
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
    declaredBy(opts, at("network")),
  );
}

/** Derived from what the stack uses: a session into a task passes Systems Manager. */
export function endpointsFor({ services, queues }: Pick<StackConfig, "services" | "queues">): string[] {
  const some = (uses: (service: ServiceConfig) => boolean) => Object.values(services).some(uses);
  return [
    ...ENDPOINTS,
    ...(Object.keys(queues).length > 0 ? ["sqs"] : []),
    ...(some(({ exec }) => exec) ? ["ssmmessages"] : []),
    ...(some(({ tracing }) => tracing !== undefined) ? ["xray"] : []),
    ...(some(({ uses }) => uses.models.length > 0) ? ["bedrock-runtime"] : []),
    // https://aws.amazon.com/about-aws/whats-new/2025/12/amazon-ses-vpc-api-endpoints
    ...(some(({ uses }) => uses.mail) ? ["email"] : []),
  ].sort();
}
