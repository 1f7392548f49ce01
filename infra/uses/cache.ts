import * as pulumi from "@pulumi/pulumi";
import type { Grant } from "./grant";
import type { Surroundings } from "./surroundings";

/** Redis or Valkey: where it is, its token, and the way there. */
export function cacheGrant({ base, store: { cache } }: Surroundings): Grant {
  if (!cache) return {};
  const { authSecretArn } = cache;
  return {
    environment: {
      REDIS_HOST: cache.primaryEndpoint,
      REDIS_PORT: pulumi.interpolate`${cache.port}`,
      REDIS_TLS: "true",
    },
    secrets: { REDIS_AUTH_TOKEN: authSecretArn },
    secretSources: [{ secretArn: authSecretArn, kmsKeyArn: base.keys.secrets.keyArn }],
    connections: { cache: { to: { label: "cache", securityGroupId: cache.securityGroupId }, port: cache.port } },
  };
}
