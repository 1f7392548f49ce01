import { CATALOGUE } from "./catalogue";

/** How a request for a model travels. */
export interface ModelRoute {
  /** The id that applications pass: a model's own, or a profile's such as `eu.<model>`. */
  id: string;
  /** The foundation model behind it. */
  modelId: string;
  /** Whether the id is a profile's, which has rights of its own. */
  profile: boolean;
  /** Regions that may answer; `global` is every commercial one. */
  destinations: readonly string[] | "global";
}

/** Prefixes of profiles: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html */
const PROFILE_ID = /^(global|us|eu|apac|au|jp|ca)\.(.+\..+)$/;

/** The foundation model behind an id; the id itself where it is no profile's. */
export function modelBehind(id: string): string {
  return PROFILE_ID.exec(id)?.[2] ?? id;
}

/** The route of an id that is called from `region`; undefined where Bedrock does not offer it there. */
export function modelRoute(id: string, region: string): ModelRoute | undefined {
  const modelId = modelBehind(id);
  const model = CATALOGUE[modelId];
  if (!model) return undefined;
  const prefix = PROFILE_ID.exec(id)?.[1];
  if (prefix === undefined) {
    return model.inRegion.includes(region) ? { id, modelId, profile: false, destinations: [region] } : undefined;
  }
  const destinations = prefix === "global" ? global(model.global, region) : model.profiles[prefix]?.[region];
  return destinations && { id, modelId, profile: true, destinations };
}

const global = (sources: readonly string[], region: string): "global" | undefined =>
  sources.includes(region) ? "global" : undefined;

/** The route of a model that the catalogue does not know, to destinations that somebody else vouches for. */
export function vouchedRoute(id: string, destinations: readonly string[]): ModelRoute {
  const modelId = modelBehind(id);
  return { id, modelId, profile: modelId !== id, destinations };
}

/** Every id that can be called from `region`: a model's own before its profiles, and a geography's before the world's. */
export function idsOffered(region: string): string[] {
  return Object.entries(CATALOGUE).flatMap(([modelId, { profiles }]) =>
    [modelId, ...Object.keys(profiles).map((prefix) => `${prefix}.${modelId}`), `global.${modelId}`].filter(
      (id) => modelRoute(id, region) !== undefined,
    ),
  );
}
