import { labelOf } from "../../../engine/events";
import type { Standing } from "../../../engine/provider/account";
import type { Fault } from "../../../engine/provider/disturbances";
import { EngineStack, type Run } from "../../../engine/stack";
import { repositoryProject } from "../../../engine/workspace";
import { FAILURE_ADVICE } from "../../../infra/failure-advice";
import { lostAndOrphaned } from "../lost-and-orphaned";
import { Sample, TRY_ALL } from "../sample";

/** A step of an update that AWS refuses to do. */
export type Failure = Required<Pick<Fault, "operation" | "urn">>;

/** Its state is written step by step, as people have it. */
export const newStack = (file: string): Promise<EngineStack> => EngineStack.create(repositoryProject(file, "bundle"));

/** What an account holds, so that two can be compared. */
export const contentOf = (stack: EngineStack): Pick<Standing, "urn" | "id" | "inputs">[] =>
  stack.account
    .resources()
    .map(({ urn, id, inputs }) => ({ urn, id, inputs }))
    .sort((a, b) => (a.urn < b.urn ? -1 : 1));

export async function upWhole(stack: EngineStack): Promise<void> {
  const { log, status } = await stack.up();
  expect([log.errors(), status]).toEqual([[], 0]);
  expect(await lostAndOrphaned(stack)).toEqual([]);
}

/** Throttled so often that the provider gave up. */
const refusal = (failure: Failure, stack: EngineStack): Fault => ({
  ...failure,
  id: `${failure.operation} ${failure.urn} ${stack.account.events.length}`,
  times: 1,
  code: "ThrottlingException",
  message: "Rate exceeded",
});

/** Only these failed, each is told by its name and with what AWS said, and nothing is lost. */
async function expectTold(stack: EngineStack, { log, status }: Run, failed: Failure[]): Promise<void> {
  expect(status).not.toBe(0);
  const told = log.errors().filter(({ message }) => !/^(update|destroy) failed$/.test(message.trim()));
  expect(told.map(({ resource }) => resource).sort()).toEqual(failed.map(({ urn }) => labelOf(urn)).sort());
  told.forEach(({ message }) => expect(message).toContain("ThrottlingException: Rate exceeded"));
  expect(await lostAndOrphaned(stack)).toEqual([]);
}

export async function fails(stack: EngineStack, failure: Failure, attempt: () => Promise<Run>): Promise<Run> {
  stack.disturb({ faults: [refusal(failure, stack)] });
  const run = await attempt();
  await expectTold(stack, run, [failure]);
  return run;
}

/** The program runs, so that what to do is told as well. */
export async function upFails(stack: EngineStack, failure: Failure): Promise<void> {
  const { output } = await fails(stack, failure, () => stack.up());
  expect(output).toContain(FAILURE_ADVICE);
}

const OPERATIONS: { [step: string]: Failure["operation"] } = {
  create: "create",
  "create-replacement": "create",
  update: "update",
  delete: "delete",
  "delete-replaced": "delete",
};

/** What the next update has AWS do. */
export async function nextSteps(stack: EngineStack): Promise<Failure[]> {
  const { log } = await stack.preview();
  return log.steps().flatMap(({ op, urn, type, new: after, old: before }) => {
    const operation = OPERATIONS[op];
    const isOfAws = (after ?? before)?.custom && !type.startsWith("pulumi:");
    return operation && isOfAws ? { operation, urn } : [];
  });
}

/**
 * Lets what is left fail alone, none of it twice: a sample, or one after the other until nothing is left. What the engine
 * does beside a failure is not left then; `everyOneFails` has that fail too.
 */
export async function eachAlone(
  left: () => Failure[] | Promise<Failure[]>,
  tries: number,
  fail: (failure: Failure) => Promise<unknown>,
): Promise<void> {
  const sample = new Sample();
  const tried = new Set<string>();
  while (TRY_ALL || tried.size < tries) {
    const untried = (await left()).filter(({ urn }) => !tried.has(urn));
    if (untried.length === 0) return;
    const failure = TRY_ALL ? (untried[0] as Failure) : sample.one(untried);
    tried.add(failure.urn);
    await fail(failure);
  }
}

/** AWS answers so late that the engine has begun meanwhile whatever waits for nothing else. */
const LATE = { "*": 1500 };
const AT_ONCE = ["--parallel", "64"];

/**
 * Lets every one of the steps fail once: with each command all that can be begun, so that a stack of hundreds of resources
 * takes as many commands as its longest chain has links. The command after them succeeds.
 */
export async function everyOneFails(stack: EngineStack, steps: Failure[], command: "up" | "destroy"): Promise<void> {
  const left = new Map(steps.map((step) => [refusal(step, stack).id, step]));
  const faults = steps.map((step) => refusal(step, stack));
  stack.disturb({ faults, milliseconds: { create: LATE, update: LATE, delete: LATE } });
  while (left.size > 0) {
    const before = stack.account.events.length;
    const run = await stack[command](...AT_ONCE);
    const failed = refusedSince(stack, before);
    const failures = failed.flatMap((id) => left.get(id) ?? []);
    expect(failures).not.toEqual([]);
    await expectTold(stack, run, failures);
    if (command === "up") expect(run.output).toContain(FAILURE_ADVICE);
    failed.forEach((id) => left.delete(id));
  }
  stack.disturb({});
}

function refusedSince({ account }: EngineStack, events: number): string[] {
  account.catchUp();
  return account.events.slice(events).flatMap((event) => (event.operation === "fault" ? event.fault : []));
}
