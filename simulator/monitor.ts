import { fileURLToPath } from "node:url";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import * as resource from "@pulumi/pulumi/proto/resource_pb";
import { Metadata, type sendUnaryData, status } from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import {
  type Recording,
  type RecordedOptions,
  type RecordedResource,
  type SourcePosition,
  unwrapSecrets,
  type View,
  type WireObject,
} from "./manifest";
import type { Properties } from "./aws/simulation";
import type { Simulator } from "./simulator";

type Call<Request> = Request | { request: Request };
type Reply<Response> = sendUnaryData<Response>;

const STACK_TYPE = "pulumi:pulumi:Stack";

/** The look-up by which the SDK makes a resource of a reference. */
const GET_RESOURCE = "pulumi:pulumi:getResource";

/**
 * Pulumi's resource monitor over a simulated AWS: it answers what the engine would answer and records what the
 * program asked for. The methods are those of the `ResourceMonitor` service, so that the SDK can call them in
 * process and a gRPC server can expose them to a program in another process.
 */
export class RecordingMonitor {
  readonly recording: Recording;
  private readonly byUrn = new Map<string, RecordedResource>();

  constructor(
    private readonly simulator: Simulator,
    project: string,
    stack: string,
    view: View,
  ) {
    this.recording = { project, stack, view, resources: [], invokes: [], outputs: {}, unsimulated: [] };
  }

  registerResource(
    call: Call<resource.RegisterResourceRequest>,
    reply: Reply<resource.RegisterResourceResponse>,
  ): void {
    answer(reply, () => {
      const request = requestOf(call);
      const recorded = this.record(request);
      const { id, state } = this.simulate(recorded, request.getImportid());
      recorded.state = state;
      const response = new resource.RegisterResourceResponse();
      response.setUrn(recorded.urn);
      response.setId(id);
      response.setObject(toStruct(state));
      return response;
    });
  }

  registerResourceOutputs(call: Call<resource.RegisterResourceOutputsRequest>, reply: Reply<Empty>): void {
    answer(reply, () => {
      const request = requestOf(call);
      const outputs = fromStruct(request.getOutputs());
      const recorded = this.byUrn.get(request.getUrn());
      if (!recorded) throw new Error(`outputs for a resource that was never registered: ${request.getUrn()}`);
      recorded.state = { ...recorded.state, ...outputs };
      if (recorded.type === STACK_TYPE) this.recording.outputs = outputs;
      return new Empty();
    });
  }

  readResource(call: Call<resource.ReadResourceRequest>, reply: Reply<resource.ReadResourceResponse>): void {
    answer(reply, () => {
      const request = requestOf(call);
      const inputs = fromStruct(request.getProperties());
      const response = new resource.ReadResourceResponse();
      response.setUrn(this.urn(request.getParent(), request.getType(), request.getName()));
      response.setProperties(toStruct(inputs));
      return response;
    });
  }

  invoke(call: Call<resource.ResourceInvokeRequest>, reply: Reply<provider.InvokeResponse>): void {
    answer(reply, () => {
      const request = requestOf(call);
      const token = request.getTok();
      const args = fromStruct(request.getArgs());
      if (token === GET_RESOURCE) return new provider.InvokeResponse().setReturn(toStruct(this.registered(args)));
      this.recording.invokes.push({ token, args });
      const result = this.simulator.invoke(
        token,
        unwrapSecrets(args) as Properties,
        this.providerRegion(providerUrn(request.getProvider())),
      );
      const response = new provider.InvokeResponse();
      response.setReturn(toStruct(result));
      return response;
    });
  }

  supportsFeature(call: Call<resource.SupportsFeatureRequest>, reply: Reply<resource.SupportsFeatureResponse>): void {
    answer(reply, () => {
      const response = new resource.SupportsFeatureResponse();
      response.setHassupport(SUPPORTED_FEATURES.has(requestOf(call).getId()));
      return response;
    });
  }

  registerPackage(_call: Call<resource.RegisterPackageRequest>, reply: Reply<resource.RegisterPackageResponse>): void {
    answer(reply, () => {
      const response = new resource.RegisterPackageResponse();
      response.setRef("package");
      return response;
    });
  }

  signalAndWaitForShutdown(_call: Call<Empty>, reply: Reply<Empty>): void {
    reply(null, new Empty());
  }

  /** What the engine itself answers of a resource that a reference names: a program gets one back among outputs. */
  private registered({ urn }: WireObject): WireObject {
    const recorded = this.byUrn.get(String(urn));
    if (!recorded) throw new Error(`a reference to a resource that was never registered: ${String(urn)}`);
    return { urn: recorded.urn, id: recorded.state["id"] ?? "", state: recorded.state };
  }

  private record(request: resource.RegisterResourceRequest): RecordedResource {
    const type = request.getType();
    const name = request.getName();
    const parent = request.getParent();
    const urn = this.urn(parent, type, name);
    if (this.byUrn.has(urn))
      throw new Error(`two resources of type ${type} are named ${name}: each needs a name of its own`);
    const recorded: RecordedResource = {
      urn,
      type,
      name,
      ...(parent && { parent }),
      custom: request.getCustom(),
      remote: request.getRemote(),
      ...(request.getProvider() && { provider: providerUrn(request.getProvider()) }),
      inputs: fromStruct(request.getObject()),
      state: {},
      dependencies: request.getDependenciesList(),
      propertyDependencies: propertyDependencies(request),
      options: this.options(request),
      ...callsOf(request),
    };
    this.byUrn.set(urn, recorded);
    this.recording.resources.push(recorded);
    return recorded;
  }

  /** As the engine does, `protect` and `retainOnDelete` come from the parent when the resource does not say. */
  private options(request: resource.RegisterResourceRequest): RecordedOptions {
    const parent = this.byUrn.get(request.getParent())?.options;
    const protect = request.hasProtect() ? request.getProtect() : parent?.protect;
    const retainOnDelete = request.hasRetainondelete() ? request.getRetainondelete() : parent?.retainOnDelete;
    const timeouts = timeoutsOf(request.getCustomtimeouts());
    const options: RecordedOptions = {
      ...(protect && { protect }),
      ...(retainOnDelete && { retainOnDelete }),
      ...(request.getDeletebeforereplacedefined() && { deleteBeforeReplace: request.getDeletebeforereplace() }),
      ...nonEmpty("ignoreChanges", request.getIgnorechangesList()),
      ...nonEmpty("replaceOnChanges", request.getReplaceonchangesList()),
      ...nonEmpty("additionalSecretOutputs", request.getAdditionalsecretoutputsList()),
      ...nonEmpty("aliases", this.aliases(request)),
      ...(request.getImportid() && { import: request.getImportid() }),
      ...(request.getVersion() && { version: request.getVersion() }),
      ...(Object.keys(timeouts).length > 0 && { customTimeouts: timeouts }),
    };
    return options;
  }

  /** URNs that the resource may have had, each once: the SDK repeats those that several of its versions add. */
  private aliases(request: resource.RegisterResourceRequest): string[] {
    const aliases = request.getAliasesList().map((alias) => {
      const spec = alias.getSpec();
      if (!spec) return alias.getUrn();
      const parent = spec.getNoparent() ? "" : spec.getParenturn() || request.getParent();
      return this.urn(parent, spec.getType() || request.getType(), spec.getName() || request.getName());
    });
    return [...new Set([...request.getAliasurnsList(), ...aliases])];
  }

  /** In the `preview` view only what the program wrote is known, as with a provider that has created nothing yet. */
  private simulate(recorded: RecordedResource, importId: string): { id: string; state: WireObject } {
    if (!recorded.custom && !recorded.remote) return { id: "", state: recorded.inputs };
    const inputs = unwrapSecrets(recorded.inputs) as Properties;
    if (recorded.type.startsWith("pulumi:providers:")) return { id: importId || recorded.name, state: recorded.inputs };
    const simulated = this.simulator.create(
      recorded.urn,
      recorded.type,
      recorded.name,
      inputs,
      this.providerRegion(recorded.provider),
    );
    if (this.recording.view === "preview") {
      return { id: "", state: recorded.remote ? {} : { ...recorded.inputs, ...simulated.checked } };
    }
    const { id, outputs } = simulated;
    // What a remote component puts out may bear the name of one of its inputs.
    return { id, state: { ...(recorded.remote ? {} : recorded.inputs), ...outputs, ...(id && { id }) } };
  }

  private providerRegion(provider: string | undefined): string | undefined {
    const region = provider === undefined ? undefined : this.byUrn.get(provider)?.inputs["region"];
    return typeof region === "string" ? region : undefined;
  }

  private urn(parent: string, type: string, name: string): string {
    const { project, stack } = this.recording;
    const parentType = parent.split("::")[2] ?? "";
    const qualified = parentType && parentType !== STACK_TYPE ? `${parentType}$${type}` : type;
    return `urn:pulumi:${stack}::${project}::${qualified}::${name}`;
  }
}

/**
 * What the SDK may rely on. `outputValues` and `transforms` stay off: the first would change the form of inputs,
 * the second needs a callback server, and this program uses neither.
 */
export const SUPPORTED_FEATURES: ReadonlySet<string> = new Set([
  "secrets",
  "resourceReferences",
  "deletedWith",
  "replaceWith",
  "aliasSpecs",
  "parameterization",
  "resourceHooks",
  "errorHooks",
]);

/** The URN in a reference to a provider, which is its URN and its id. */
const providerUrn = (reference: string): string => reference.replace(/::[^:]*$/, "");

function requestOf<Request>(call: Call<Request>): Request {
  return typeof call === "object" && call !== null && "request" in call ? call.request : call;
}

function answer<Response>(reply: Reply<Response>, respond: () => Response): void {
  let response: Response;
  try {
    response = respond();
  } catch (error) {
    // The SDK takes an invoke's message from the details of a gRPC error, a registration's from the error itself.
    const { message } = error as Error;
    reply(
      Object.assign(new Error(message), { code: status.UNKNOWN, details: message, metadata: new Metadata() }),
      null,
    );
    return;
  }
  reply(null, response);
}

const fromStruct = (struct: Struct | undefined): WireObject => (struct?.toJavaScript() ?? {}) as WireObject;
const toStruct = (value: object): Struct => Struct.fromJavaScript(value as { [key: string]: JavaScriptValue });

const nonEmpty = <Key extends string>(key: Key, list: string[]): { [K in Key]?: string[] } =>
  (list.length > 0 ? { [key]: list } : {}) as { [K in Key]?: string[] };

function timeoutsOf(
  timeouts: resource.RegisterResourceRequest.CustomTimeouts | undefined,
): NonNullable<RecordedOptions["customTimeouts"]> {
  const entries = [
    ["create", timeouts?.getCreate()],
    ["update", timeouts?.getUpdate()],
    ["delete", timeouts?.getDelete()],
  ] as const;
  return Object.fromEntries(entries.filter(([, duration]) => duration));
}

function propertyDependencies(request: resource.RegisterResourceRequest): { [property: string]: string[] } {
  const dependencies: { [property: string]: string[] } = {};
  request.getPropertydependenciesMap().forEach((urns, property) => {
    if (urns.getUrnsList().length > 0) dependencies[property] = urns.getUrnsList();
  });
  return dependencies;
}

function callsOf(request: resource.RegisterResourceRequest): { calls?: SourcePosition[] } {
  const frames = request.getStacktrace()?.getFramesList() ?? [];
  const trace = frames.flatMap((frame) => frame.getPc() ?? []);
  const positions = trace.length > 0 ? trace : [request.getSourceposition()].flatMap((position) => position ?? []);
  if (positions.length === 0) return {};
  return {
    calls: positions.map((position) => {
      const uri = position.getUri();
      return {
        file: uri.startsWith("file://") ? fileURLToPath(uri) : uri,
        line: position.getLine(),
        column: position.getColumn(),
      };
    }),
  };
}
