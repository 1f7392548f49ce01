import { oneOf, settings, text, wholeNumber, yesOrNo } from "../accepted";
import type { ProfileDefaults } from "../profile";
import { dailyWindow, weeklyWindow } from "../window";

const DEFAULT_VERSION = { valkey: "8.0", redis: "7.1" } as const;

export const cacheSchema = (defaults: ProfileDefaults) =>
  settings({
    engine: oneOf("valkey", "redis")
      .default("valkey")
      .describe("Valkey speaks Redis's protocol and costs 20 percent less."),
    version: text(/^[7-9]\.\d$/, 'a version from 7.0 on, in quotes, such as "8.0"')
      .optional()
      .describe("Version of the engine. Default: 8.0 for valkey, 7.1 for redis."),
    nodeType: text(
      /^cache\.(?:t[34]g?\.(?:micro|small|medium)|[cmr]\d[a-z]*\.(?:large|(?:2|4|8|12|16|24)?xlarge))$/,
      "a node type of ElastiCache, such as cache.r6g.large",
    )
      .default(defaults.cacheNodeType)
      .meta({ description: "Type of the nodes.", examples: ["cache.r6g.large"] }),
    purpose: oneOf("cache", "session", "queue")
      .default("cache")
      .describe(
        "What it holds; decides what goes when memory is full: anything (cache), what expires (session), nothing (queue).",
      ),
    multiZone: yesOrNo()
      .default(defaults.multiZone)
      .describe("Whether a replica in a second zone takes over by itself."),
    replicas: wholeNumber(0, 5).optional().describe("Replicas per shard. Default: 1 with `multiZone`, otherwise 0."),
    shards: wholeNumber(1, 90)
      .default(1)
      .describe("Shards that the keys are spread over; more than 1 needs a cluster client."),
    rotateAfterDays: wholeNumber(0, 365)
      .default(defaults.rotateAfterDays)
      .describe("Days after which a password that nobody replaced rings; 0 for never."),
    snapshotRetentionDays: wholeNumber(0, 35)
      .default(defaults.snapshotRetentionDays)
      .describe("Days that daily snapshots are kept; 0 turns them off."),
    snapshotWindow: dailyWindow()
      .default("02:00-03:00")
      .meta({ description: "Daily window of the snapshot, UTC, 60 minutes or more.", examples: ["02:00-03:00"] }),
    maintenanceWindow: weeklyWindow()
      .default("sun:05:00-sun:06:00")
      .meta({
        description: "Weekly window of maintenance, UTC, 60 minutes or more, outside the snapshot's.",
        examples: ["sun:05:00-sun:06:00"],
      }),
  })
    .transform(({ version, replicas, ...cache }) => ({
      ...cache,
      version: version ?? DEFAULT_VERSION[cache.engine],
      replicas: replicas ?? (cache.multiZone ? 1 : 0),
    }))
    .optional()
    .describe("Valkey or Redis on ElastiCache. Without this section there is none.");
