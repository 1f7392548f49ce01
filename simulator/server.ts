import {
  type sendUnaryData,
  Server,
  ServerCredentials,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { specialSecretSig, specialSigKey } from "@pulumi/pulumi/runtime";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import * as engine from "@pulumi/pulumi/proto/engine_pb";
import { CallResponse } from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { type Callback } from "@pulumi/pulumi/proto/callback_pb";
import type * as resource from "@pulumi/pulumi/proto/resource_pb";
import { SupportsFeatureResponse } from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct, Value } from "google-protobuf/google/protobuf/struct_pb";
import type { LenientSimulator } from "./generic";
import { type Recording, UNKNOWN_VALUE, type View } from "./manifest";
import { RecordingMonitor } from "./monitor";
import { Transforms } from "./transforms";

/** What a program writes to its log. */
export interface LogEntry {
  severity: "debug" | "info" | "warning" | "error";
  message: string;
}

export interface EngineServer {
  /** Where the engine and the resource monitor answer. */
  address: string;
  recording: Recording;
  stop: () => void;
}

export interface EngineServerOptions {
  simulator: LenientSimulator;
  project: string;
  stack: string;
  view: View;
  log: (entry: LogEntry) => void;
}

/** Serves what Pulumi's engine serves to a program in a process of its own, over the simulated AWS. */
export async function serveEngine(options: EngineServerOptions): Promise<EngineServer> {
  const { simulator, project, stack, view } = options;
  const monitor = new LenientMonitor(simulator, project, stack, view);
  const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(ResourceMonitorService, methodsOf(monitor));
  server.addService(EngineService, engineMethods(options.log));
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  const stop = (): void => {
    monitor.transforms.close();
    server.forceShutdown();
  };
  return { address: `127.0.0.1:${port}`, recording: monitor.recording, stop };
}

type Call<Request> = { request: Request };

/** The monitor for programs of other people: what such a program reads from outside of it stays unknown and is noted. */
class LenientMonitor extends RecordingMonitor {
  readonly transforms = new Transforms();

  constructor(
    private readonly lenient: LenientSimulator,
    project: string,
    stack: string,
    view: View,
  ) {
    super(lenient, project, stack, view);
    this.recording.unsimulated = lenient.unsimulated;
  }

  override registerResource(
    call: Call<resource.RegisterResourceRequest>,
    reply: sendUnaryData<resource.RegisterResourceResponse>,
  ): void {
    const { request } = call;
    this.transforms.apply(request).then(
      () =>
        super.registerResource(call, (error, response) => {
          if (!response) return reply(error);
          this.transforms.remember(response.getUrn(), request);
          reply(null, withSecrets(response, request.getAdditionalsecretoutputsList()));
        }),
      (error: Error) => reply({ code: status.UNKNOWN, details: error.message }),
    );
  }

  registerStackTransform({ request }: Call<Callback>, reply: sendUnaryData<Empty>): void {
    this.transforms.addToStack(request);
    reply(null, new Empty());
  }

  override supportsFeature(
    call: Call<resource.SupportsFeatureRequest>,
    reply: sendUnaryData<resource.SupportsFeatureResponse>,
  ): void {
    if (call.request.getId() === "transforms") reply(null, new SupportsFeatureResponse().setHassupport(true));
    else super.supportsFeature(call, reply);
  }

  override readResource(
    call: Call<resource.ReadResourceRequest>,
    reply: sendUnaryData<resource.ReadResourceResponse>,
  ): void {
    this.lenient.note(`${call.request.getType()} ${call.request.getId()}`);
    super.readResource(call, reply);
  }

  /** A method of a component or a provider, which only their plugin could run. */
  call(call: Call<resource.ResourceCallRequest>, reply: sendUnaryData<CallResponse>): void {
    this.lenient.note(call.request.getTok());
    reply(null, new CallResponse().setReturn(Struct.fromJavaScript({ result: UNKNOWN_VALUE })));
  }

  /** Hooks run around the creation of a resource, which never happens here. */
  registerResourceHook(_call: unknown, reply: sendUnaryData<Empty>): void {
    reply(null, new Empty());
  }

  registerErrorHook(_call: unknown, reply: sendUnaryData<Empty>): void {
    reply(null, new Empty());
  }
}

const MONITOR_METHODS = [
  "registerResource",
  "registerResourceOutputs",
  "readResource",
  "invoke",
  "call",
  "registerStackTransform",
  "supportsFeature",
  "registerPackage",
  "registerResourceHook",
  "registerErrorHook",
  "signalAndWaitForShutdown",
] as const satisfies (keyof LenientMonitor)[];

function methodsOf(monitor: LenientMonitor): UntypedServiceImplementation {
  const methods = MONITOR_METHODS.map((name) => [name, monitor[name].bind(monitor)]);
  return Object.fromEntries(methods) as UntypedServiceImplementation;
}

/** As the engine does, what the SDK declares secret (a generated password) reaches the program as a secret. */
function withSecrets(
  response: resource.RegisterResourceResponse,
  names: readonly string[],
): resource.RegisterResourceResponse {
  const fields = response.getObject()?.getFieldsMap();
  for (const name of names) {
    const value = fields?.get(name)?.toJavaScript();
    if (value === undefined || value === null || isSecret(value)) continue;
    fields?.set(name, Value.fromJavaScript({ [specialSigKey]: specialSecretSig, value }));
  }
  return response;
}

const isSecret = (value: JavaScriptValue): boolean =>
  typeof value === "object" && value !== null && specialSigKey in value;

const SEVERITIES: { [severity in engine.LogSeverity]: LogEntry["severity"] } = {
  [engine.LogSeverity.DEBUG]: "debug",
  [engine.LogSeverity.INFO]: "info",
  [engine.LogSeverity.WARNING]: "warning",
  [engine.LogSeverity.ERROR]: "error",
};

function engineMethods(log: EngineServerOptions["log"]): UntypedServiceImplementation {
  let root = "";
  const handlers = {
    log: ({ request }: Call<engine.LogRequest>, reply: sendUnaryData<Empty>) => {
      log({ severity: SEVERITIES[request.getSeverity()], message: request.getMessage() });
      reply(null, new Empty());
    },
    getRootResource: (_call: unknown, reply: sendUnaryData<engine.GetRootResourceResponse>) =>
      reply(null, new engine.GetRootResourceResponse().setUrn(root)),
    setRootResource: (
      { request }: Call<engine.SetRootResourceRequest>,
      reply: sendUnaryData<engine.SetRootResourceResponse>,
    ) => {
      root = request.getUrn();
      reply(null, new engine.SetRootResourceResponse());
    },
    requirePulumiVersion: (_call: unknown, reply: sendUnaryData<engine.RequirePulumiVersionResponse>) =>
      reply(null, new engine.RequirePulumiVersionResponse()),
  };
  return handlers as unknown as UntypedServiceImplementation;
}
