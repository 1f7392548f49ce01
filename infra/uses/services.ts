import type { ServiceConfig } from "../config";
import type { Grant } from "./grant";
import type { Surroundings } from "./surroundings";
import { variableName } from "./variable-name";

/** Internal services: the address of each, and the way there. */
export function servicesGrant(used: ServiceConfig["uses"]["services"], { internal }: Surroundings): Grant {
  const known = used.flatMap((name) => {
    const service = internal[name];
    return service ? [{ name, service }] : [];
  });
  return {
    environment: Object.fromEntries(known.map(({ name, service }) => [`${variableName(name)}_URL`, service.url])),
    connections: Object.fromEntries(
      known.map(({ name, service: { securityGroupId, port } }) => [
        `service-${name}`,
        { to: { label: name, securityGroupId }, port },
      ]),
    ),
  };
}
