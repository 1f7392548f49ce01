import { type ModelRoute, modelRoute, vouchedRoute } from "@platform/components/model-access";
import type { StackConfig } from "./config";

type Known = Pick<StackConfig, "region" | "models">;

/** The routes of these models from the stack's region; the stack file vouches for those that the catalogue lacks. */
export function routesOf(ids: readonly string[], { region, models }: Known): ModelRoute[] {
  return ids.flatMap((id) => {
    const destinations = models.destinations[id];
    const route = modelRoute(id, region) ?? (destinations && vouchedRoute(id, destinations));
    return route ?? [];
  });
}

/** Every model that some service of the stack calls, once. */
export function modelsUsed({ services }: Pick<StackConfig, "services">): string[] {
  return [...new Set(Object.values(services).flatMap(({ uses }) => uses.models))];
}
