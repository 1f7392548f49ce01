import { Cache } from "@platform/components/cache";
import type { Network } from "@platform/components/network";
import type { CacheConfig, StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Foundation } from "../layers/foundation";
import { secretRecoveryDays } from "./secrets";

export function cache(config: StackConfig, settings: CacheConfig, base: Foundation, net: Network): Cache {
  const { names, keys } = base;
  const { version, ...rest } = settings;
  return new Cache(
    "cache",
    {
      ...rest,
      engineVersion: version,
      finalSnapshot: !config.ephemeral,
      identifier: names.identifier("cache"),
      secretName: names.secret("cache-auth-token"),
      secretRecoveryWindowDays: secretRecoveryDays(config),
      vpcId: net.vpcId,
      subnetIds: net.dataSubnetIds,
      kmsKeyArn: keys.data.keyArn,
      secretKmsKeyArn: keys.secrets.keyArn,
      logRetentionDays: config.logs.retentionDays,
      logKmsKeyArn: keys.logs.keyArn,
    },
    declaredBy(base.dataOpts, at("cache")),
  );
}
