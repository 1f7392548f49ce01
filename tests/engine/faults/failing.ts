import { labelOf } from "../../../engine/urn";
import type { EventLog } from "../../../engine/events";
import type { Standing } from "../../../engine/provider/account";
import type { Fault } from "../../../engine/provider/disturbances";
import { EngineStack, type Run } from "../../../engine/stack";
import { repositoryProject } from "../../../engine/workspace";
import { FAILURE_ADVICE } from "../../../infra/failure-advice";
import { lostAndOrphaned } from "../lost-and-orphaned";
import { sample, TRY_ALL } from "./sample";

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
const refusal = (failure: Failure, stack: EngineStack): Failure & Fault => ({
  ...failure,
  id: `${failure.operation} ${failure.urn} ${stack.account.events().length}`,
  times: 1,
  code: "ThrottlingException",
  message: "Rate exceeded",
});

/** The errors of resources, without the line that sums them up. */
export const failuresIn = (log: EventLog): ReturnType<EventLog["errors"]> =>
  log.errors().filter(({ message }) => !/^(update|destroy) failed$/.test(message.trim()));

/** Only these failed, each is told by its name and with what AWS said, and nothing is lost. */
async function expectTold(stack: EngineStack, { log, status }: Run, failed: Failure[]): Promise<void> {
  expect(status).not.toBe(0);
  const told = failuresIn(log);
  expect(told.map(({ resource }) => resource).sort()).toEqual(failed.map(({ urn }) => labelOf(urn)).sort());
  told.forEach(({ message }) => expect(message).toContain("ThrottlingException: Rate exceeded"));
  expect(await lostAndOrphaned(stack)).toEqual([]);
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

/** How many steps the engine takes at one time, and how long AWS takes to answer each. */
interface Pace {
  parallel: number;
  milliseconds: number;
}

/** The engine has begun whatever waits for nothing else, before the first answer comes. */
export const ALL_TOGETHER: Pace = { parallel: 64, milliseconds: 1500 };
const ONE_BY_ONE: Pace = { parallel: 1, milliseconds: 0 };
/** What is no failure succeeds beside it. */
const AS_PEOPLE_DO: Pace = { parallel: 16, milliseconds: 0 };

/**
 * Lets every one of the steps fail once, over as many commands as that takes; the command after them succeeds. All
 * together, hundreds of resources take as many commands as their longest chain has links.
 */
export async function everyOneFails(
  stack: EngineStack,
  steps: Failure[],
  command: "up" | "destroy",
  { parallel, milliseconds }: Pace = AS_PEOPLE_DO,
): Promise<void> {
  const faults = steps.map((step) => refusal(step, stack));
  const answers = { "*": milliseconds };
  stack.disturb({ faults, milliseconds: { create: answers, update: answers, delete: answers } });
  const left = new Map(faults.map((fault) => [fault.id, fault]));
  while (left.size > 0) {
    const before = stack.account.events().length;
    const run = await stack[command]("--parallel", String(parallel));
    const failed = refusedSince(stack, before);
    expect(failed).not.toEqual([]);
    await expectTold(
      stack,
      run,
      failed.flatMap((id) => left.get(id) ?? []),
    );
    // The program runs, so that what to do is told as well.
    if (command === "up") expect(run.output).toContain(FAILURE_ADVICE);
    failed.forEach((id) => left.delete(id));
  }
  stack.disturb({});
}

/** Lets a few steps fail while others succeed, other ones in each run; on request each of them, one by one. */
export const someFail = (
  stack: EngineStack,
  steps: Failure[],
  tries: number,
  command: "up" | "destroy",
): Promise<void> =>
  TRY_ALL ? everyOneFails(stack, steps, command, ONE_BY_ONE) : everyOneFails(stack, sample(steps, tries), command);

function refusedSince({ account }: EngineStack, events: number): string[] {
  return account
    .events()
    .slice(events)
    .flatMap((event) => (event.operation === "fault" ? event.fault : []));
}
