import { type Properties, UNKNOWN_VALUE } from "@platform/simulator";
import { nameProblem } from "./names";
import { hasSdk, sdkFacts } from "./sdk-facts";

/** What a provider was configured with, as far as it shows in resources. */
export interface ProviderSettings {
  region: string;
  defaultTags: { [key: string]: string };
}

export interface Checked {
  inputs: Properties;
  failures: { property: string; reason: string }[];
}

/** Which inputs the program did not write: the real provider keeps the list among them. */
export const DEFAULTS = "__defaults";

/**
 * Fills in what the real provider fills in: a generated name, its own region, its default tags
 * (https://github.com/pulumi/pulumi-aws/tree/master/provider: `autonaming.go`, `region.go`, `tags.go`).
 *
 * @param earlier inputs of the resource that exists; a generated name stays.
 */
export function check(
  type: string,
  written: Properties,
  earlier: Properties | undefined,
  autoname: string,
  provider: ProviderSettings,
): Checked {
  if (!hasSdk(type)) return { inputs: written, failures: [] };
  const facts = sdkFacts(type);
  const inputs = { ...written };
  const defaults: string[] = [];
  if (facts.inputs.has("name") && !facts.required.has("name") && inputs.name === undefined) {
    inputs.name = isGenerated(earlier) ? earlier?.name : autoname;
    defaults.push("name");
  }
  if (facts.inputs.has("region") && inputs.region === undefined) inputs.region = provider.region;
  if (facts.inputs.has("tags") && facts.computed.has("tagsAll")) {
    inputs.tagsAll = mergedTags(provider.defaultTags, inputs.tags);
  }
  return { inputs: { ...inputs, [DEFAULTS]: defaults }, failures: failuresOf(type, written, inputs) };
}

/** Whether the name of a resource was generated, so that another one may stand beside it. */
export const isGenerated = (inputs: Properties | undefined): boolean => inputs?.[DEFAULTS]?.includes("name") ?? false;

/** One unknown tag makes all of them unknown. */
function mergedTags(defaults: Properties, own: Properties | string | undefined): Properties | string {
  if (typeof own === "string") return UNKNOWN_VALUE;
  const merged = { ...defaults, ...own };
  return Object.values(merged).includes(UNKNOWN_VALUE) ? UNKNOWN_VALUE : merged;
}

function failuresOf(type: string, written: Properties, inputs: Properties): Checked["failures"] {
  const { inputs: taken, required, computed } = sdkFacts(type);
  // Under `ignoreChanges` the engine gives back what an earlier Check added.
  const known = (property: string): boolean => taken.has(property) || computed.has(property) || property === DEFAULTS;
  const unknown = Object.keys(written).filter((property) => !known(property));
  const missing = [...required].filter((property) => inputs[property] === undefined);
  const nameFault = typeof inputs.name === "string" ? nameProblem(type, inputs.name) : undefined;
  return [
    ...unknown.map((property) => ({ property, reason: `${type} has no input of this name` })),
    ...missing.map((property) => ({ property, reason: "is required" })),
    ...(nameFault ? [{ property: "name", reason: nameFault }] : []),
  ];
}
