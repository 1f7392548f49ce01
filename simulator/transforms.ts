import { credentials } from "@grpc/grpc-js";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { type Callback, CallbackInvokeRequest } from "@pulumi/pulumi/proto/callback_pb";
import {
  type RegisterResourceRequest,
  TransformRequest,
  TransformResourceOptions,
  TransformResponse,
} from "@pulumi/pulumi/proto/resource_pb";

/** What a program wants changed in its resources before they are registered: the program is called back for each. */
export class Transforms {
  private readonly ofStack: Callback[] = [];
  /** By URN: a resource's own, then those of its ancestors. */
  private readonly ofResource = new Map<string, Callback[]>();
  private readonly clients = new Map<string, CallbacksClient>();

  addToStack(callback: Callback): void {
    this.ofStack.push(callback);
  }

  /** The children of a resource take its transforms after their own. */
  remember(urn: string, request: RegisterResourceRequest): void {
    this.ofResource.set(urn, this.below(request));
  }

  /** Changes the request in the engine's own order: the resource's transforms, its ancestors', the stack's. */
  async apply(request: RegisterResourceRequest): Promise<void> {
    for (const callback of [...this.below(request), ...this.ofStack]) {
      applyResponse(request, await this.call(callback, transformRequestOf(request)));
    }
  }

  close(): void {
    this.clients.forEach((client) => client.close());
  }

  private below(request: RegisterResourceRequest): Callback[] {
    return [...request.getTransformsList(), ...(this.ofResource.get(request.getParent()) ?? [])];
  }

  private call(callback: Callback, request: TransformRequest): Promise<TransformResponse> {
    const target = callback.getTarget();
    const client = this.clients.get(target) ?? new CallbacksClient(target, credentials.createInsecure());
    this.clients.set(target, client);
    const invoke = new CallbackInvokeRequest().setToken(callback.getToken()).setRequest(request.serializeBinary());
    return new Promise((resolve, reject) => {
      client.invoke(invoke, (error, response) => {
        if (error) reject(new Error(error.details));
        else resolve(TransformResponse.deserializeBinary(response.getResponse_asU8()));
      });
    });
  }
}

function transformRequestOf(request: RegisterResourceRequest): TransformRequest {
  const options = new TransformResourceOptions()
    .setDependsOnList(request.getDependenciesList())
    .setIgnoreChangesList(request.getIgnorechangesList())
    .setReplaceOnChangesList(request.getReplaceonchangesList())
    .setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList())
    .setAliasesList(request.getAliasesList())
    .setProvider(request.getProvider())
    .setVersion(request.getVersion())
    .setImport(request.getImportid())
    .setDeletedWith(request.getDeletedwith())
    .setCustomTimeouts(request.getCustomtimeouts());
  if (request.hasProtect()) options.setProtect(request.getProtect() === true);
  if (request.hasRetainondelete()) options.setRetainOnDelete(request.getRetainondelete() === true);
  if (request.getDeletebeforereplacedefined()) options.setDeleteBeforeReplace(request.getDeletebeforereplace());
  return new TransformRequest()
    .setType(request.getType())
    .setName(request.getName())
    .setCustom(request.getCustom())
    .setParent(request.getParent())
    .setProperties(request.getObject())
    .setOptions(options);
}

function applyResponse(request: RegisterResourceRequest, response: TransformResponse): void {
  request.setObject(response.getProperties());
  const options = response.getOptions();
  if (!options) return;
  request
    .setDependenciesList(options.getDependsOnList())
    .setIgnorechangesList(options.getIgnoreChangesList())
    .setReplaceonchangesList(options.getReplaceOnChangesList())
    .setAdditionalsecretoutputsList(options.getAdditionalSecretOutputsList())
    .setAliasesList(options.getAliasesList())
    .setProvider(options.getProvider())
    .setVersion(options.getVersion())
    .setImportid(options.getImport())
    .setDeletedwith(options.getDeletedWith())
    .setCustomtimeouts(options.getCustomTimeouts());
  // The SDK hands a program `false` for what was not set, and gets it back: only a change counts.
  if (options.getProtect() || request.hasProtect()) request.setProtect(options.getProtect() ?? false);
  if (options.getRetainOnDelete() || request.hasRetainondelete()) {
    request.setRetainondelete(options.getRetainOnDelete() ?? false);
  }
  if (options.getDeleteBeforeReplace()) request.setDeletebeforereplace(true).setDeletebeforereplacedefined(true);
}
