import * as runtime from "@pulumi/pulumi/runtime";
import { getStore } from "@pulumi/pulumi/runtime/state";
import type { Recording, View } from "./manifest";
import { RecordingMonitor, SUPPORTED_FEATURES } from "./monitor";
import { Simulator } from "./simulator";

export interface RecordOptions {
  project: string;
  stack: string;
  view: View;
  /** Stack configuration as the engine hands it over: full keys, objects as JSON text. */
  config: { [key: string]: string };
  /** Keys of `config` that the stack file keeps encrypted. */
  secretKeys?: string[];
  /** Account id that ARNs carry. */
  account: string;
  /** Region of the default provider. */
  region: string;
}

/**
 * Runs a Pulumi program in this process against a simulated AWS and returns what it declared. Resolves once every
 * registration, those made in `apply` included, has been answered.
 */
export async function record(program: () => unknown, options: RecordOptions): Promise<Recording> {
  const monitor = new RecordingMonitor(new Simulator(options), options.project, options.stack, options.view);
  runtime.setMockOptions(monitor, options.project, options.stack, options.view === "preview", "organization");
  announceFeatures();
  runtime.setAllConfig(options.config, options.secretKeys ?? []);
  await runtime.runInPulumiStack(async () => program());
  await settled(monitor);
  await runtime.disconnect();
  return monitor.recording;
}

/**
 * Waits until a whole turn of the event loop brought nothing new. An `apply` runs some steps after the answer that it
 * waited for, when the SDK already counts no call as open; the monitor answers at once, so that one turn is enough.
 */
async function settled({ recording }: RecordingMonitor): Promise<void> {
  let before: number;
  do {
    before = recording.resources.length + recording.invokes.length;
    await new Promise((resolve) => setImmediate(resolve));
  } while (recording.resources.length + recording.invokes.length > before);
}

/** An in-process monitor is not asked what it supports; the SDK's own mocks set the same flags. */
function announceFeatures(): void {
  const store = getStore();
  store.supportsSecrets = SUPPORTED_FEATURES.has("secrets");
  store.supportsResourceReferences = SUPPORTED_FEATURES.has("resourceReferences");
  store.supportsOutputValues = SUPPORTED_FEATURES.has("outputValues");
  store.supportsDeletedWith = SUPPORTED_FEATURES.has("deletedWith");
  store.supportsReplaceWith = SUPPORTED_FEATURES.has("replaceWith");
  store.supportsAliasSpecs = SUPPORTED_FEATURES.has("aliasSpecs");
  store.supportsTransforms = SUPPORTED_FEATURES.has("transforms");
  store.supportsParameterization = SUPPORTED_FEATURES.has("parameterization");
  store.supportsResourceHooks = SUPPORTED_FEATURES.has("resourceHooks");
  store.supportsErrorHooks = SUPPORTED_FEATURES.has("errorHooks");
}
