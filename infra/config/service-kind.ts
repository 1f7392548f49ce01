import type { Sections } from "./sections";

type Service = Sections["services"][string];

/** Who reaches a service: the load balancer, or nobody. */
export type ServiceKind = "web" | "worker";

export function kindOf({ port }: Pick<Service, "port">): ServiceKind {
  return port === undefined ? "worker" : "web";
}

/** The services of one kind, by name. */
export function servicesOf<Settings extends Pick<Service, "port">>(
  kind: ServiceKind,
  services: { [name: string]: Settings },
): { [name: string]: Settings } {
  return Object.fromEntries(Object.entries(services).filter(([, settings]) => kindOf(settings) === kind));
}
