import { canaryAlarms } from "@platform/components/alarms";
import { Canary } from "@platform/components/canary";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Alarms } from "./alarms";
import type { Edge } from "./edge";
import type { Foundation } from "./foundation";

/** The canary that asks for the application's pages from outside; gives the names of its alarms. */
export function canary(
  config: StackConfig,
  { names, keys, accessLogs, opts }: Foundation,
  { url }: Edge,
  { watch }: Alarms,
): Alarms["outages"] {
  if (!config.canary) return [];
  const { paths: pages, everyMinutes, timeoutSeconds } = config.canary;
  const { canaryName } = new Canary(
    "canary",
    {
      account: config.account,
      region: config.region,
      canaryName: `${names.prefix}-pages`,
      baseUrl: url,
      pages,
      everyMinutes,
      timeoutSeconds,
      bucketName: names.bucket("canary"),
      accessLogs: { bucket: accessLogs.bucketName, prefix: "canary/" },
      kmsKeyArn: keys.data.keyArn,
      log: { retentionDays: config.logs.retentionDays, kmsKeyArn: keys.logs.keyArn },
      emptyOnDelete: config.ephemeral,
      protectBucket: config.protect,
    },
    declaredBy(opts, at("canary")),
  );
  return watch("canary", canaryAlarms({ canaryName, everyMinutes }), at("canary")).alarmNames;
}
