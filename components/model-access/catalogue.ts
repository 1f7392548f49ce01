import { COMMERCIAL, COMMERCIAL_NOVA, ROUTES, type Routes } from "./regions";

/** A model of Amazon Bedrock: where it answers by its own id, and the profiles that route requests for it. */
export interface OfferedModel {
  /** Regions that answer under the model's own id. */
  inRegion: readonly string[];
  /** Profiles by the prefix of their id, `eu` for `eu.<model>`. */
  profiles: { readonly [prefix: string]: Routes };
  /** Regions that may call `global.<model>`, which routes to every commercial region. */
  global: readonly string[];
}

const CLAUDE_45 = { us: ROUTES.usCanada, eu: ROUTES.euAll, au: ROUTES.australia, jp: ROUTES.japan };
const CLAUDE_46 = { us: ROUTES.usAllCanada, eu: ROUTES.euAll };

const EARLY_MISTRAL = [
  ...["us-east-1", "us-west-2", "ca-central-1", "sa-east-1"],
  ...["eu-west-1", "eu-west-2", "eu-west-3", "ap-south-1", "ap-southeast-2"],
];

const offered = (offer: Partial<OfferedModel>): OfferedModel => ({ inRegion: [], profiles: {}, global: [], ...offer });

/**
 * What Bedrock's `bedrock-runtime` endpoint offers, taken over in November 2026 from AWS's pages
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html as of December 2025 (sources and
 * destinations of each profile; a geography's destinations never change, the page says) and
 * https://docs.aws.amazon.com/bedrock/latest/userguide/models-region-compatibility.html as of spring 2026 (regions that
 * answer themselves, and where the profiles of Claude 4.6 and 4.7 may be called; those send where the profiles of 4.5
 * do). Left out are models that have been retired since or stand before it, the `apac` profiles, which the second page
 * no longer names, GovCloud, and Claude under its bare id, which that page counts for the `bedrock-mantle` endpoint.
 *
 * A model that came since needs no release of this table: a stack file can name its destinations.
 */
export const CATALOGUE: { readonly [modelId: string]: OfferedModel } = {
  "anthropic.claude-haiku-4-5-20251001-v1:0": offered({ profiles: CLAUDE_45, global: COMMERCIAL }),
  "anthropic.claude-sonnet-4-5-20250929-v1:0": offered({ profiles: CLAUDE_45, global: COMMERCIAL }),
  "anthropic.claude-opus-4-5-20251101-v1:0": offered({
    profiles: { us: ROUTES.usCanada, eu: ROUTES.euAll },
    global: COMMERCIAL,
  }),
  "anthropic.claude-sonnet-4-6": offered({ profiles: CLAUDE_46, global: COMMERCIAL }),
  "anthropic.claude-opus-4-6-v1": offered({ profiles: CLAUDE_46, global: COMMERCIAL }),
  "anthropic.claude-opus-4-7": offered({ profiles: CLAUDE_46, global: COMMERCIAL }),

  "amazon.nova-2-lite-v1:0": offered({
    profiles: { us: ROUTES.usAllCanada, eu: ROUTES.euSix, jp: ROUTES.japanFromTokyo },
    global: COMMERCIAL_NOVA,
  }),
  "amazon.nova-premier-v1:0": offered({ profiles: { us: ROUTES.us } }),
  "amazon.nova-pro-v1:0": offered({
    inRegion: ["us-east-1", "eu-west-2", "ap-southeast-2", "ap-southeast-3", "me-central-1"],
    profiles: { us: ROUTES.usWest, eu: ROUTES.euNova },
  }),
  "amazon.nova-lite-v1:0": offered({
    inRegion: [
      ...["us-east-1", "eu-north-1", "eu-west-2", "ap-northeast-1", "ap-southeast-2", "ap-southeast-3", "me-central-1"],
    ],
    profiles: { us: ROUTES.usWest, eu: ROUTES.euNova, ca: ROUTES.canada },
  }),
  "amazon.nova-micro-v1:0": offered({
    inRegion: ["us-east-1", "eu-west-2", "ap-southeast-2"],
    profiles: { us: ROUTES.us, eu: ROUTES.euNova },
  }),
  "amazon.titan-embed-text-v2:0": offered({
    inRegion: [
      ...["us-east-1", "us-east-2", "us-west-2", "ca-central-1", "sa-east-1", "eu-central-1", "eu-central-2"],
      ...["eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "ap-northeast-1"],
      ...["ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-2"],
    ],
  }),
  "amazon.titan-embed-image-v1": offered({ inRegion: [...EARLY_MISTRAL, "eu-central-1"] }),

  "meta.llama3-1-8b-instruct-v1:0": offered({ inRegion: ["us-west-2"], profiles: { us: ROUTES.us } }),
  "meta.llama3-1-70b-instruct-v1:0": offered({ inRegion: ["us-west-2"], profiles: { us: ROUTES.us } }),
  "meta.llama3-2-1b-instruct-v1:0": offered({ profiles: { us: ROUTES.usLlama32, eu: ROUTES.euThree } }),
  "meta.llama3-2-3b-instruct-v1:0": offered({ profiles: { us: ROUTES.usLlama32, eu: ROUTES.euThree } }),
  "meta.llama3-2-11b-instruct-v1:0": offered({ profiles: { us: ROUTES.usLlama32 } }),
  "meta.llama3-2-90b-instruct-v1:0": offered({ profiles: { us: ROUTES.usLlama32 } }),
  "meta.llama3-3-70b-instruct-v1:0": offered({ inRegion: ["us-east-2"], profiles: { us: ROUTES.us } }),
  "meta.llama4-maverick-17b-instruct-v1:0": offered({ profiles: { us: ROUTES.usWest } }),
  "meta.llama4-scout-17b-instruct-v1:0": offered({ profiles: { us: ROUTES.usWest } }),

  "mistral.mistral-7b-instruct-v0:2": offered({ inRegion: EARLY_MISTRAL }),
  "mistral.mixtral-8x7b-instruct-v0:1": offered({ inRegion: EARLY_MISTRAL }),
  "mistral.pixtral-large-2502-v1:0": offered({ profiles: { us: ROUTES.us, eu: ROUTES.euFour } }),
};
