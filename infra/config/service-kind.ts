import type { Sections } from "./sections";

type Service = Sections["services"][string];

/** Who reaches a service: the load balancer, services that name it, or nobody. */
export type ServiceKind = "web" | "internal" | "worker";

export function kindOf({ port, internal }: Pick<Service, "port" | "internal">): ServiceKind {
  if (port === undefined) return "worker";
  return internal ? "internal" : "web";
}

/** The services of one kind, by name. */
export function servicesOf<Settings extends Pick<Service, "port" | "internal">>(
  kind: ServiceKind,
  services: { [name: string]: Settings },
): { [name: string]: Settings } {
  return Object.fromEntries(Object.entries(services).filter(([, settings]) => kindOf(settings) === kind));
}
