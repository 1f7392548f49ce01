import { isDeepStrictEqual } from "node:util";
import {
  type sendUnaryData,
  Server,
  ServerCredentials,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import type { Properties } from "@platform/simulator";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { nameOf, typeOf } from "../urn";
import type { Existing, Place, SimulatedProvider } from "./provider";

const { DIFF_SOME: SOME_CHANGES, DIFF_NONE: NO_CHANGES } = proto.DiffResponse.DiffChanges;

/** Serves a simulated provider as the engine expects a plugin to; resolves with the port. */
export async function serveProvider(provider: SimulatedProvider, version: string): Promise<number> {
  const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(ResourceProviderService, methodsOf(provider, version));
  return new Promise((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve(port),
    ),
  );
}

function methodsOf(provider: SimulatedProvider, version: string): UntypedServiceImplementation {
  return {
    getPluginInfo: method(() => new PluginInfo().setVersion(version)),
    checkConfig: method((request: proto.CheckRequest) => new proto.CheckResponse().setInputs(request.getNews())),
    // Every setting of a provider can change under its resources, which see the change in their own Check.
    diffConfig: method((request: proto.DiffRequest) =>
      new proto.DiffResponse().setChanges(
        isDeepStrictEqual(fromStruct(request.getOldInputs()), fromStruct(request.getNews()))
          ? NO_CHANGES
          : SOME_CHANGES,
      ),
    ),
    configure: method((request: proto.ConfigureRequest) => {
      provider.configure(fromStruct(request.getArgs()));
      // Without acceptSecrets the engine opens secrets before it sends them, and closes them again in the answer.
      return new proto.ConfigureResponse().setSupportspreview(true);
    }),
    invoke: method((request: proto.InvokeRequest) =>
      new proto.InvokeResponse().setReturn(toStruct(provider.invoke(request.getTok(), fromStruct(request.getArgs())))),
    ),
    check: method((request: proto.CheckRequest) => checkResponse(provider, request)),
    diff: method((request: proto.DiffRequest) => diffResponse(provider, request)),
    create: method(async (request: proto.CreateRequest) => {
      const inputs = fromStruct(request.getProperties());
      const place = placeOf(request);
      const made = request.getPreview() ? provider.preview(place, inputs) : await provider.create(place, inputs);
      return new proto.CreateResponse().setId(made.id).setProperties(toStruct(made.state));
    }),
    read: method(async (request: proto.ReadRequest) =>
      readResponse(await provider.read(placeOf(request), request.getId(), fromStruct(request.getProperties()))),
    ),
    update: method(async (request: proto.UpdateRequest) => {
      const inputs = fromStruct(request.getNews());
      const state = fromStruct(request.getOlds());
      if (request.getPreview()) return new proto.UpdateResponse().setProperties(toStruct({ ...state, ...inputs }));
      const updated = await provider.update(placeOf(request), state, inputs);
      return new proto.UpdateResponse().setProperties(toStruct(updated.state));
    }),
    delete: method(async (request: proto.DeleteRequest) => {
      await provider.delete(placeOf(request), fromStruct(request.getProperties()));
      return new Empty();
    }),
    cancel: method(() => new Empty()),
  };
}

function checkResponse(provider: SimulatedProvider, request: proto.CheckRequest): proto.CheckResponse {
  const earlier = request.hasOlds() ? fromStruct(request.getOlds()) : undefined;
  const { inputs, failures } = provider.check(placeOf(request), fromStruct(request.getNews()), earlier);
  return new proto.CheckResponse()
    .setInputs(toStruct(inputs))
    .setFailuresList(
      failures.map(({ property, reason }) => new proto.CheckFailure().setProperty(property).setReason(reason)),
    );
}

function diffResponse(provider: SimulatedProvider, request: proto.DiffRequest): proto.DiffResponse {
  const { changed, replacing, deleteFirst } = provider.diff(
    placeOf(request),
    fromStruct(request.getOldInputs()),
    fromStruct(request.getNews()),
    request.getIgnorechangesList(),
  );
  return new proto.DiffResponse()
    .setChanges(changed.length > 0 ? SOME_CHANGES : NO_CHANGES)
    .setDiffsList(changed)
    .setReplacesList(replacing)
    .setDeletebeforereplace(deleteFirst);
}

const readResponse = (existing: Existing | undefined): proto.ReadResponse =>
  existing
    ? new proto.ReadResponse()
        .setId(existing.id)
        .setInputs(toStruct(existing.inputs))
        .setProperties(toStruct(existing.state))
    : new proto.ReadResponse();

function placeOf(request: { getUrn(): string }): Place {
  const urn = request.getUrn();
  return { urn, type: typeOf(urn), name: nameOf(urn) };
}

/** Answers with what `respond` returns, or with its error as the engine shows it. */
function method<Request, Response>(respond: (request: Request) => Response | Promise<Response>) {
  return ({ request }: { request: Request }, reply: sendUnaryData<Response>): void => {
    Promise.resolve()
      .then(() => respond(request))
      .then(
        (response) => reply(null, response),
        (error: Error) => reply({ code: status.UNKNOWN, details: error.message }),
      );
  };
}

const fromStruct = (struct: Struct | undefined): Properties => struct?.toJavaScript() ?? {};
const toStruct = (properties: Properties): Struct =>
  Struct.fromJavaScript(withoutUndefined(properties) as { [key: string]: JavaScriptValue });

/** The wire knows no `undefined`. */
const withoutUndefined = (properties: Properties): unknown => JSON.parse(JSON.stringify(properties));
