import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { type RecordedResource, SIGNATURE_KEY, type WireObject, type WireValue } from "@platform/simulator";

const RESOURCE_SIGNATURE = "5cf8f73096256a8f31e491e813e4eb8e";

/** Seconds of a Pulumi duration such as `1h30m` or `90s`. */
export function secondsOf(duration: string | undefined): number {
  const units: { [unit: string]: number } = { h: 3600, m: 60, s: 1, ms: 0.001 };
  const parts = [...(duration ?? "").matchAll(/([\d.]+)(ms|h|m|s)/g)];
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (units[unit ?? ""] ?? 0), 0);
}

/**
 * Properties as the engine sends them to a pack: secrets and unknown values in their wrappers, a reference to a
 * resource as its id or, for a component, its URN.
 */
export function policyProperties(properties: WireObject): Struct {
  return Struct.fromJavaScript(withoutReferences(properties) as { [key: string]: JavaScriptValue });
}

export function withoutReferences(value: WireValue): WireValue {
  if (Array.isArray(value)) return value.map(withoutReferences);
  if (typeof value !== "object" || value === null) return value;
  if (value[SIGNATURE_KEY] === RESOURCE_SIGNATURE) return value["id"] ?? value["urn"] ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutReferences(entry)]));
}

/** The provider that a resource runs under, as a policy sees it. */
export interface ProviderResource {
  urn: string;
  type: string;
  name: string;
  inputs: WireObject;
}

export function analyzeRequest(
  resource: RecordedResource,
  provider: ProviderResource | undefined,
): proto.AnalyzeRequest {
  const request = new proto.AnalyzeRequest();
  request.setUrn(resource.urn).setType(resource.type).setName(resource.name);
  request.setProperties(policyProperties(resource.inputs));
  request.setOptions(optionsOf(resource));
  if (provider) request.setProvider(providerOf(provider));
  return request;
}

/** A resource as a stack policy sees it: with what AWS answered, its parent and what it depends on. */
export function analyzerResource(
  resource: RecordedResource,
  provider: ProviderResource | undefined,
): proto.AnalyzerResource {
  const request = new proto.AnalyzerResource();
  request.setUrn(resource.urn).setType(resource.type).setName(resource.name);
  request.setProperties(policyProperties({ ...resource.inputs, ...resource.state }));
  request.setOptions(optionsOf(resource));
  if (provider) request.setProvider(providerOf(provider));
  request.setParent(resource.parent ?? "");
  request.setDependenciesList(resource.dependencies);
  for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
    const dependencies = new proto.AnalyzerPropertyDependencies();
    request.getPropertydependenciesMap().set(property, dependencies.setUrnsList(urns));
  }
  return request;
}

function optionsOf({ options, parent }: RecordedResource): proto.AnalyzerResourceOptions {
  const result = new proto.AnalyzerResourceOptions();
  result.setProtect(options.protect ?? false);
  result.setIgnorechangesList(options.ignoreChanges ?? []);
  result.setDeletebeforereplace(options.deleteBeforeReplace ?? false);
  result.setDeletebeforereplacedefined(options.deleteBeforeReplace !== undefined);
  result.setAdditionalsecretoutputsList(options.additionalSecretOutputs ?? []);
  result.setAliasesList(options.aliases ?? []);
  result.setParent(parent ?? "");
  if (options.customTimeouts) {
    const timeouts = new proto.AnalyzerResourceOptions.CustomTimeouts();
    timeouts.setCreate(secondsOf(options.customTimeouts.create));
    timeouts.setUpdate(secondsOf(options.customTimeouts.update));
    timeouts.setDelete(secondsOf(options.customTimeouts.delete));
    result.setCustomtimeouts(timeouts);
  }
  return result;
}

function providerOf({ urn, type, name, inputs }: ProviderResource): proto.AnalyzerProviderResource {
  const provider = new proto.AnalyzerProviderResource();
  provider.setUrn(urn).setType(type).setName(name);
  return provider.setProperties(policyProperties(inputs));
}
