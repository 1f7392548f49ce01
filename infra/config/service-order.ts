import type { Sections } from "./sections";
import { servicesOf } from "./service-kind";

type Services = Sections["services"];

/** The internal services, each after those that it uses itself; and the names of those that use one another in a circle. */
export function inOrderOfUse(services: Services): { ordered: string[]; circle: string[] } {
  const internal = servicesOf("internal", services);
  const ordered: string[] = [];
  let left = Object.keys(internal);
  for (;;) {
    const ready = left.filter((name) => {
      const used = internal[name]?.uses.services ?? [];
      return used.every((other) => ordered.includes(other) || !Object.hasOwn(internal, other));
    });
    if (ready.length === 0) return { ordered, circle: left };
    ordered.push(...ready);
    left = left.filter((name) => !ready.includes(name));
  }
}
