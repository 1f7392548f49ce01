import { type Manifest, toManifest, type View } from "@platform/simulator";
import { recordProgram } from "../preview/program";
import { BundleSources } from "../preview/source-map";
import { readStackFile } from "../preview/stack-file";

/** What to record: a program can be run once per process, so each revision gets a process of its own. */
export interface RecordOrder {
  root: string;
  bundle: string;
  stackFile: string;
  view: View;
}

export type RecordResult = { manifest: Manifest } | { failure: string };

process.once("message", async ({ root, bundle, stackFile, view }: RecordOrder) => {
  process.send?.(await recordResult(root, bundle, stackFile, view), () => process.exit(0));
});

async function recordResult(root: string, bundle: string, stackFile: string, view: View): Promise<RecordResult> {
  try {
    const { recording } = await recordProgram(
      bundle,
      readStackFile(root, stackFile),
      view,
      new BundleSources(bundle, root),
    );
    return { manifest: toManifest(recording) };
  } catch (error) {
    return { failure: (error as Error).message };
  }
}
