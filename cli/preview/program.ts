import { createRequire } from "node:module";
import { record, type Recording, type View } from "@platform/simulator";
import { type ComponentKey, listenForComponentKeys } from "./component-keys";
import { Failure, StackFileError } from "./failure";
import type { BundleSources } from "./source-map";
import type { StackFile } from "./stack-file";

const DEFAULT_ACCOUNT = "123456789012";
const DEFAULT_REGION = "us-east-1";

export const accountOf = ({ config }: StackFile): string => config["platform:account"] ?? DEFAULT_ACCOUNT;
export const regionOf = ({ config }: StackFile): string => config["aws:region"] ?? DEFAULT_REGION;

/** What a program declared, and which key of the stack file it says each component comes from. */
export interface Recorded {
  recording: Recording;
  componentKeys: ComponentKey[];
}

/** Runs the built program in this process against the simulated AWS. Can be done once per process. */
export async function recordProgram(
  bundle: string,
  stackFile: StackFile,
  view: View,
  sources: BundleSources,
): Promise<Recorded> {
  process.env["PLATFORM_STACK_FILE"] = stackFile.shown;
  const restoreConsole = sendConsoleToStderr();
  const told = listenForComponentKeys();
  const failures = new Failures();
  try {
    const recording = await Promise.race([
      record(() => createRequire(bundle)(bundle) as unknown, {
        project: stackFile.project,
        stack: stackFile.stack,
        view,
        config: stackFile.config,
        secretKeys: stackFile.secretKeys,
        account: accountOf(stackFile),
        region: regionOf(stackFile),
      }),
      failures.first,
    ]);
    await failures.settle();
    return { recording, componentKeys: told.keys };
  } catch (error) {
    // The listener stays: what else the program rejects belongs to the same failure.
    throw explain(error, stackFile, sources);
  } finally {
    failures.stopWaiting();
    told.stop();
    restoreConsole();
  }
}

/** Standard output belongs to the report, which may be JSON. */
function sendConsoleToStderr(): () => void {
  const { log, info, debug } = console;
  console.log = console.info = console.debug = console.error;
  return () => void Object.assign(console, { log, info, debug });
}

/** Errors that the program threw where nobody waits for them: in `apply`, in registrations. */
class Failures {
  private readonly seen: unknown[] = [];
  private readonly listener = (error: unknown): void => void this.seen.push(error);
  private readonly timer: NodeJS.Timeout;
  readonly first: Promise<never>;

  constructor() {
    process.on("unhandledRejection", this.listener);
    let reject: (error: unknown) => void;
    this.first = new Promise<never>((_, rejectFirst) => (reject = rejectFirst));
    this.first.catch(() => undefined);
    // A registration that failed leaves the program waiting for ever, so that its end never comes.
    this.timer = setInterval(() => this.seen.length > 0 && reject(this.seen[0]), 20);
  }

  /** Throws what was rejected so far; stops listening when nothing was. */
  async settle(): Promise<void> {
    // Node reports a rejection that nobody waits for only at the end of its turn.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.seen.length > 0) throw this.seen[0];
    process.off("unhandledRejection", this.listener);
  }

  stopWaiting(): void {
    clearInterval(this.timer);
  }
}

/** The contract with programs that check their configuration: an error of this name carries all that is wrong. */
interface StackConfigError extends Error {
  problems: {
    key: string;
    /** The key in parts, where the key alone cannot be taken apart for certain. */
    path?: (string | number)[];
    got?: unknown;
    expected: string;
    fix?: string;
    suggestion?: string;
  }[];
}

const isStackConfigError = (error: unknown): error is StackConfigError =>
  error instanceof Error && error.name === "StackConfigError" && "problems" in error && Array.isArray(error.problems);

function explain(error: unknown, stackFile: StackFile, sources: BundleSources): Failure {
  if (isStackConfigError(error)) {
    return new StackFileError(
      error.problems.map(({ key, path, got, ...rest }) => ({
        place: stackFile.placeOf(path?.join(".") ?? key),
        message: key,
        ...(got !== undefined && { got: typeof got === "string" ? got : JSON.stringify(got) }),
        ...rest,
      })),
    );
  }
  if (error instanceof Failure) return error;
  if (!(error instanceof Error)) return new Failure(`The program failed: ${String(error)}`);
  const place = sources.locateError(error);
  return new Failure(`The program failed${place ? ` at ${place}` : ""}: ${error.message}`);
}
