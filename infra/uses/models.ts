import { modelStatements } from "@platform/components/model-access";
import { routesOf } from "../model-routes";
import type { Grant } from "./grant";
import type { Surroundings } from "./surroundings";

/** Models of Amazon Bedrock: their ids in the order of the chain, and the right to call exactly these. */
export function modelsGrant(used: readonly string[], { config }: Pick<Surroundings, "config">): Grant {
  if (used.length === 0) return {};
  const { account, region, models } = config;
  return {
    environment: { BEDROCK_MODELS: used.join(",") },
    statements: modelStatements({ account, region, routes: routesOf(used, config), guardrail: models.guardrail }),
  };
}
