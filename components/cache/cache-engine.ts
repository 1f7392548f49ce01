/** The servers that speak Redis's protocol; Valkey is the open one, and 20 % cheaper by the node. */
export const CacheEngine = {
  Valkey: "valkey",
  Redis: "redis",
} as const;
export type CacheEngine = (typeof CacheEngine)[keyof typeof CacheEngine];

/** The oldest versions that write an engine log. */
const OLDEST: { [Engine in CacheEngine]: [major: number, minor: number] } = { valkey: [7, 2], redis: [6, 2] };

/**
 * The parameter group family of an engine's version: `valkey8`, `redis7`, `redis6.x`
 * (https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html). Throws for a version that is
 * not `major.minor`, or too old to write an engine log.
 */
export function parameterGroupFamily(engine: CacheEngine, engineVersion: string): string {
  const [, major = 0, minor = 0] = /^(\d+)\.(\d+)$/.exec(engineVersion)?.map(Number) ?? [];
  const [oldestMajor, oldestMinor] = OLDEST[engine];
  const tooOld = major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
  if (tooOld)
    throw new Error(
      `engineVersion must be major.minor, ${oldestMajor}.${oldestMinor} or later for ${engine}, got "${engineVersion}"`,
    );
  return engine === "redis" && major === 6 ? "redis6.x" : `${engine}${major}`;
}
