/** A value as the wire carries it: plain JSON in which unknown values and secrets stand as Pulumi's own sentinels. */
export type WireValue = null | boolean | number | string | WireValue[] | { [key: string]: WireValue };
export type WireObject = { [key: string]: WireValue };

/** `preview`: what AWS will give is unknown, as in a first `pulumi preview`. `deployed`: all known, as after `pulumi up`. */
export type View = "preview" | "deployed";

/** The resource options that change what Pulumi or a policy does with a resource. */
export interface RecordedOptions {
  protect?: boolean;
  retainOnDelete?: boolean;
  deleteBeforeReplace?: boolean;
  ignoreChanges?: string[];
  replaceOnChanges?: string[];
  additionalSecretOutputs?: string[];
  aliases?: string[];
  import?: string;
  version?: string;
  customTimeouts?: { create?: string; update?: string; delete?: string };
}

/** A place in the code of a program or of its packages, as the program's own runtime reports it. */
export interface SourcePosition {
  file: string;
  line: number;
  column: number;
}

/** One resource as the program registered it and as the simulated AWS answered. */
export interface RecordedResource {
  urn: string;
  type: string;
  name: string;
  parent?: string;
  custom: boolean;
  /** A component whose children are made by its own plugin (awsx). */
  remote: boolean;
  /** URN of the explicit provider, where there is one. */
  provider?: string;
  inputs: WireObject;
  /** Inputs overlaid with what AWS gives; in the `preview` view the latter are missing. */
  state: WireObject;
  dependencies: string[];
  propertyDependencies: { [property: string]: string[] };
  options: RecordedOptions;
  /** The calls that declared it, the innermost first; an older runtime tells the innermost alone. */
  calls?: SourcePosition[];
}

/** A call to a look-up function that the program made. */
export interface RecordedInvoke {
  token: string;
  args: WireObject;
}

/** Everything one run of a program declared, in the order it was registered, with secrets still readable by policies. */
export interface Recording {
  project: string;
  stack: string;
  view: View;
  resources: RecordedResource[];
  invokes: RecordedInvoke[];
  outputs: WireObject;
  /** Types and look-ups that the simulator answered generically because it does not know them. */
  unsimulated: string[];
}

/** A recorded resource as far as people may see it. */
export type ManifestResource = Omit<RecordedResource, "state">;

/** A recording that can be shown and checked in: sorted, secrets masked, unknown values marked. */
export interface Manifest {
  project: string;
  stack: string;
  view: View;
  resources: ManifestResource[];
  outputs: WireObject;
}

export const SECRET_MARK = "[secret]";
export const UNKNOWN_MARK = "[unknown]";

/** The key by which Pulumi marks a value on the wire that is more than plain JSON (`specialSigKey` of its SDK). */
export const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";

/** Pulumi's sentinel for an unknown value (`unknownValue` of `@pulumi/pulumi/runtime`). */
export const UNKNOWN_VALUE = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const isObject = (value: WireValue | undefined): value is WireObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isSecret = (value: WireObject): boolean => value[SIGNATURE_KEY] === SECRET_SIGNATURE;

/** The value with secrets opened, for whom must read them (policies, the simulator). */
export function unwrapSecrets(value: WireValue): WireValue {
  if (Array.isArray(value)) return value.map(unwrapSecrets);
  if (!isObject(value)) return value;
  if (isSecret(value)) return unwrapSecrets(value["value"] ?? null);
  return mapObject(value, unwrapSecrets);
}

/** The value with secrets and unknowns replaced by marks and keys sorted, for whom must not read them. */
export function maskSecrets(value: WireValue): WireValue {
  if (value === UNKNOWN_VALUE) return UNKNOWN_MARK;
  if (Array.isArray(value)) return value.map(maskSecrets);
  if (!isObject(value)) return value;
  if (isSecret(value)) return SECRET_MARK;
  return mapObject(value, maskSecrets);
}

function mapObject(value: WireObject, each: (entry: WireValue) => WireValue): WireObject {
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, each(value[key] as WireValue)]),
  );
}

/**
 * A dynamic resource carries the text of its provider, thousands of lines that differ with the compiler of the program
 * and say nothing of what it declares.
 */
function withoutProviderCode({ type, inputs }: Pick<RecordedResource, "type" | "inputs">): WireObject {
  if (!type.startsWith("pulumi-nodejs:dynamic")) return inputs;
  return Object.fromEntries(Object.entries(inputs).filter(([property]) => property !== "__provider"));
}

/** The stable, masked form of a recording: equal for equal programs, whatever order the resources were registered in. */
export function toManifest(recording: Recording): Manifest {
  const resources = recording.resources
    .map(({ state: _state, ...resource }): ManifestResource => ({
      ...resource,
      inputs: maskSecrets(withoutProviderCode(resource)) as WireObject,
      dependencies: [...resource.dependencies].sort(),
      propertyDependencies: Object.fromEntries(
        Object.entries(resource.propertyDependencies)
          .map(([property, urns]) => [property, [...urns].sort()] as const)
          .sort(([a], [b]) => a.localeCompare(b)),
      ),
    }))
    .sort((a, b) => (a.urn < b.urn ? -1 : 1));
  const { project, stack, view } = recording;
  return { project, stack, view, resources, outputs: maskSecrets(recording.outputs) as WireObject };
}
