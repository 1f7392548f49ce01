/** Where a profile may be called from, and where each of those regions may send the request. */
export type Routes = { readonly [source: string]: readonly string[] };

/** Every region in which a profile that routes all over the world may be called, beside those of GovCloud and China. */
export const COMMERCIAL = [
  ...["us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "ca-west-1", "mx-central-1", "sa-east-1"],
  ...["eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3"],
  ...["ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2"],
  ...["ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6"],
  ...["ap-southeast-7", "il-central-1", "me-central-1", "me-south-1", "af-south-1"],
] as const;

/** The same without those that Nova 2 Lite leaves out. */
export const COMMERCIAL_NOVA = COMMERCIAL.filter(
  (region) =>
    ![
      ...["mx-central-1", "sa-east-1", "eu-central-2", "ap-northeast-3", "ap-south-2", "me-south-1", "af-south-1"],
    ].includes(region),
);

/** Regions that send to one another. */
const among = (...regions: string[]): Routes => Object.fromEntries(regions.map((region) => [region, regions]));

/** Further regions that may call, each of which may answer itself beside the others. */
const alsoFrom = (routes: Routes, ...sources: string[]): Routes => {
  const destinations = Object.values(routes)[0] ?? [];
  return { ...routes, ...Object.fromEntries(sources.map((source) => [source, [...destinations, source].sort()])) };
};

const US = among("us-east-1", "us-east-2", "us-west-2");
const EU_FOUR = among("eu-central-1", "eu-north-1", "eu-west-1", "eu-west-3");
const EU_SIX = among("eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3");

export const ROUTES = {
  us: US,
  usWest: alsoFrom(US, "us-west-1"),
  usCanada: alsoFrom(US, "us-west-1", "ca-central-1"),
  usAllCanada: alsoFrom(US, "us-west-1", "ca-central-1", "ca-west-1"),
  /** Llama 3.2 runs in Ohio for those alone who call from there. */
  usLlama32: {
    "us-east-1": ["us-east-1", "us-west-2"],
    "us-east-2": ["us-east-1", "us-east-2", "us-west-2"],
    "us-west-2": ["us-east-1", "us-west-2"],
  },
  canada: among("ca-central-1", "ca-west-1"),
  euThree: among("eu-central-1", "eu-west-1", "eu-west-3"),
  euFour: EU_FOUR,
  euNova: {
    ...alsoFrom(EU_FOUR, "eu-south-1", "eu-south-2"),
    "il-central-1": ["eu-central-1", "eu-north-1", "eu-south-1", "eu-west-1", "eu-west-3", "il-central-1"],
  },
  euSix: EU_SIX,
  euAll: alsoFrom(EU_SIX, "eu-central-2", "eu-west-2"),
  australia: among("ap-southeast-2", "ap-southeast-4"),
  japan: among("ap-northeast-1", "ap-northeast-3"),
  japanFromTokyo: { "ap-northeast-1": ["ap-northeast-1", "ap-northeast-3"] },
} satisfies { [name: string]: Routes };
