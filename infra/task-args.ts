import type { TaskArgs } from "@platform/components/task";
import type { ServiceConfig } from "./config";
import type { ImageReference } from "./service-image";
import type { Surroundings } from "./uses";
import { outboundRules } from "./uses/egress";
import type { Grant } from "./uses/grant";

/** What the component of every kind of task is told of its container. */
export function taskArgs(
  name: string,
  settings: ServiceConfig,
  { image, repositoryArn }: ImageReference,
  grant: Required<Grant>,
  { config, base: { names, keys }, net }: Surroundings,
): TaskArgs {
  const { environment, secrets, secretSources, statements, mounts } = grant;
  return {
    account: config.account,
    region: config.region,
    namePrefix: names.prefix,
    vpcId: net.vpcId,
    image,
    repositoryArn,
    command: settings.command,
    size: settings.size,
    architecture: settings.architecture,
    environment: { ...settings.environment, ...environment },
    secrets,
    secretSources,
    statements,
    outbound: outboundRules(settings.egress, net),
    mounts,
    log: { groupName: names.logGroup(name), retentionDays: config.logs.retentionDays, kmsKeyArn: keys.logs.keyArn },
    user: settings.user,
    readonlyRootFilesystem: settings.readonlyRootFilesystem,
    writablePaths: settings.writablePaths,
    exec: settings.exec ? { logGroupName: names.logGroup("exec"), kmsKeyArn: keys.logs.keyArn } : undefined,
    stopTimeoutSeconds: settings.stopTimeout,
    tracing: settings.tracing,
    containerHealth: containerHealth(settings.health),
  };
}

function containerHealth(health: ServiceConfig["health"]): TaskArgs["containerHealth"] {
  if (!health.command) return undefined;
  return {
    command: health.command,
    intervalSeconds: health.interval,
    timeoutSeconds: health.timeout,
    retries: health.unhealthyThreshold,
    startPeriodSeconds: health.gracePeriod,
  };
}
