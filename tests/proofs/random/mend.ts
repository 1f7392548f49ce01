import { parseStackConfig, type Problem, type StackConfig, StackConfigError } from "../../../infra/config";
import { engineForm } from "../program/stack-file";
import type { StackFile } from "./stack-files";

export const STACK = "random";

/** What a file gives, or why it was refused; any other error is the reader's own fault and ends the proof. */
export function read(file: StackFile): StackConfig | StackConfigError {
  try {
    return parseStackConfig(engineForm(file), STACK, `Pulumi.${STACK}.yaml`);
  } catch (error) {
    if (error instanceof StackConfigError) return error;
    throw error;
  }
}

/** Rounds of mending after which a file is given up. */
const ROUNDS = 25;

/** The file as somebody leaves it who does what each message says; undefined where that leads nowhere. */
export function mended(file: StackFile): StackFile | undefined {
  let current: StackFile | undefined = file;
  for (let round = 0; round < ROUNDS && current; round++) {
    if (!(read(current) instanceof StackConfigError)) return current;
    current = mendOnce(current);
  }
  return undefined;
}

export function mendOnce(file: StackFile): StackFile | undefined {
  const result = read(file);
  if (!(result instanceof StackConfigError)) return file;
  const next = structuredClone(file);
  // From the end, so that taking out a list's element moves no other that is to go.
  [...result.problems].reverse().forEach((problem) => mend(next, problem));
  return JSON.stringify(next) === JSON.stringify(file) ? undefined : next;
}

/** What a file cannot do without, when all that it had was wrong. */
const SOUND: { [section: string]: (region: string) => unknown } = {
  "platform:services": () => ({ web: { image: { tag: "v1.0.0" }, port: 8000 } }),
  "platform:network": (region) => ({ availabilityZones: [`${region}a`, `${region}b`] }),
};

/** What gives up a protection goes; a protection that is given up by saying nothing of it costs its sentence. */
function mend(file: StackFile, { path, fix }: Problem): void {
  const reason = /add to platform:reasons the line "([^"]+)"/.exec(fix)?.[1];
  if (reason === undefined || valueAt(file, path) !== undefined) return takeOut(file, path);
  const reasons = (file["platform:reasons"] ??= {}) as Record<string, string>;
  reasons[reason] = "A random application has nothing to lose here";
}

/** Takes out what is wrong; where something is missing, what it is missing from. */
function takeOut(file: StackFile, path: Problem["path"]): void {
  const [parent, last] = [path.slice(0, -1), path.at(-1)];
  if (last === undefined) return;
  const holder = valueAt(file, parent);
  const sound = parent.length === 0 ? SOUND[last] : undefined;
  if (sound) file[last] = sound(String(file["aws:region"]));
  else if (!isHolder(holder) || holder[last] === undefined) takeOut(file, parent);
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
}

const valueAt = (file: StackFile, path: Problem["path"]): unknown =>
  path.reduce<unknown>((node, key) => (isHolder(node) ? node[key] : undefined), file);

const isHolder = (node: unknown): node is Record<string | number, unknown> => typeof node === "object" && node !== null;
