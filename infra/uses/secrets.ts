import type { Grant } from "./grant";
import type { Surroundings } from "./surroundings";

/** Secrets of the application, each as the variable of its name. */
export function secretsGrant(used: readonly string[], { base, store: { secrets } }: Surroundings): Grant {
  const arns = used.flatMap((name) => (secrets[name] ? [[name, secrets[name].secretArn] as const] : []));
  return {
    secrets: Object.fromEntries(arns),
    secretSources: arns.map(([, secretArn]) => ({ secretArn, kmsKeyArn: base.keys.secrets.keyArn })),
  };
}
