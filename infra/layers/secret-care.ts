import { SecretRotation } from "@platform/components/secret-rotation";
import { SecretWatch } from "@platform/components/secret-watch";
import type * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import { logicalName } from "../names";
import type { Data } from "./data";
import type { Foundation } from "./foundation";
import type { Services } from "./services";

/** Days that a rotation may be late: Secrets Manager takes the whole day on which it is due. */
const LATE = 2;

/** Where the watch over secrets counts. */
export const secretMetricNamespace = ({ names }: Foundation): string => `${names.prefix}/secrets`;

/** Gives generated secrets new values, starts anew who holds an old one, and notices those that nobody replaced. */
export function secretCare(config: StackConfig, base: Foundation, store: Data, apps: Services): void {
  const { names, keys, opts } = base;
  const settings = {
    account: config.account,
    region: config.region,
    logRetentionDays: config.logs.retentionDays,
    logKmsKeyArn: keys.logs.keyArn,
  };
  const aging = agingSecrets(config, store);
  const rotated = aging.filter((secret) => secret.rotated);
  if (rotated.length > 0) {
    new SecretRotation(
      "secret-rotation",
      {
        ...settings,
        functionName: `${names.prefix}-rotate-secrets`,
        kmsKeyArn: keys.secrets.keyArn,
        secrets: Object.fromEntries(
          rotated.map(({ name, secretArn, days }) => [logicalName(name), { secretArn, everyDays: days }]),
        ),
      },
      declaredBy(opts, at("secrets")),
    );
  }
  if (!isWatched(apps)) return;
  new SecretWatch(
    "secret-watch",
    {
      ...settings,
      functionName: `${names.prefix}-watch-secrets`,
      cluster: { name: apps.cluster.clusterName },
      services: readersOf(apps),
      ages: Object.fromEntries(
        aging.map(({ name, secretArn, days, rotated: late }) => [name, { secretArn, days: late ? days + LATE : days }]),
      ),
      metricNamespace: secretMetricNamespace(base),
    },
    declaredBy(opts, at("secrets")),
  );
}

interface AgingSecret {
  name: string;
  secretArn: pulumi.Output<string>;
  /** Whether Secrets Manager replaces it; otherwise a person does. */
  rotated: boolean;
  days: number;
}

/** The secrets of this stack that grow old: the application's own, and the password of the cache. */
function agingSecrets(config: StackConfig, { secrets, cache }: Data): AgingSecret[] {
  const own = Object.entries(config.secrets).flatMap(([name, { generate, rotateAfterDays, existing }]) => {
    const secret = secrets[name];
    // What another stack has made is that one's to replace.
    if (!secret || existing || rotateAfterDays === 0) return [];
    return [{ name, secretArn: secret.secretArn, rotated: generate !== undefined, days: rotateAfterDays }];
  });
  const days = config.cache?.rotateAfterDays ?? 0;
  if (!cache || days === 0) return own;
  return [...own, { name: "cache", secretArn: cache.authSecretArn, rotated: false, days }];
}

/** Whether there is anything to look at: without a reader no value can be old. */
export const isWatched = (apps: Services): boolean => Object.keys(readersOf(apps)).length > 0;

const readersOf = ({ secretReaders }: Services): Services["secretReaders"] =>
  Object.fromEntries(Object.entries(secretReaders).filter(([, { secretArns }]) => secretArns.length > 0));
