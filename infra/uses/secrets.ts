import type { Grant } from "./grant";
import type { Surroundings } from "./surroundings";

/** Secrets of the application, each as the variable of its name. */
export function secretsGrant(used: readonly string[], { store: { secrets } }: Surroundings): Grant {
  const places = used.flatMap((name) => (secrets[name] ? [[name, secrets[name]] as const] : []));
  return {
    secrets: Object.fromEntries(places.map(([name, { secretArn }]) => [name, secretArn])),
    secretSources: places.map(([, place]) => place),
  };
}
