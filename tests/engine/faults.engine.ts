import { writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { labelOf } from "../../engine/events";
import type { Standing } from "../../engine/provider/account";
import type { Fault } from "../../engine/provider/disturbances";
import { EngineStack, type Run, type StateResource } from "../../engine/stack";
import { repositoryProject } from "../../engine/workspace";
import { FAILURE_ADVICE } from "../../infra/failure-advice";
import { lostAndOrphaned } from "./lost-and-orphaned";
import { ordinaryChanges } from "./ordinary-changes";
import { Sample, TRY_ALL } from "./sample";
import { giveUpProtection, set } from "./stack-edits";

const THROTTLED = { code: "ThrottlingException", message: "Rate exceeded" };
const EXPIRED = { code: "ExpiredTokenException", message: "The security token included in the request is expired" };

/** How many updates, and how many deletions, a sample takes. */
const TRIES = 2;

const sample = new Sample();

const newStack = (file: string): Promise<EngineStack> => EngineStack.create(repositoryProject(file, "bundle"));

/** What an account holds, so that two can be compared. */
const contentOf = (stack: EngineStack): Pick<Standing, "urn" | "id" | "inputs">[] =>
  stack.account
    .resources()
    .map(({ urn, id, inputs }) => ({ urn, id, inputs }))
    .sort((a, b) => (a.urn < b.urn ? -1 : 1));

async function upWhole(stack: EngineStack): Promise<void> {
  const { log, status } = await stack.up();
  expect([log.errors(), status]).toEqual([[], 0]);
  expect(await lostAndOrphaned(stack)).toEqual([]);
}

type Failure = Omit<Fault, "id" | "times" | "code" | "message">;

/** One failure; the message must name the resource, and tell what AWS said. */
async function fails(stack: EngineStack, failure: Failure, attempt: () => Promise<Run>): Promise<string> {
  stack.disturb({
    faults: [{ id: `${JSON.stringify(failure)} ${stack.account.events.length}`, times: 1, ...THROTTLED, ...failure }],
  });
  const { log, status, output } = await attempt();
  expect(status).not.toBe(0);
  expect(log.errors()).toContainEqual({
    resource: labelOf(failure.urn ?? ""),
    message: expect.stringContaining("ThrottlingException: Rate exceeded"),
  });
  expect(await lostAndOrphaned(stack)).toEqual([]);
  return output;
}

/** The program runs, so that what to do is told as well. */
async function upFails(stack: EngineStack, failure: Failure): Promise<void> {
  expect(await fails(stack, failure, () => stack.up())).toContain(FAILURE_ADVICE);
}

/** Lets what is left fail, none of it twice: all of it, or a sample. */
async function eachOnce(
  left: () => string[] | Promise<string[]>,
  tries: number,
  fail: (urn: string) => Promise<unknown>,
): Promise<void> {
  const tried = new Set<string>();
  while (TRY_ALL || tried.size < tries) {
    const untried = (await left()).filter((urn) => !tried.has(urn));
    if (untried.length === 0) return;
    const urn = TRY_ALL ? (untried[0] as string) : sample.one(untried);
    tried.add(urn);
    await fail(urn);
  }
}

describe.each([
  { file: "Pulumi.dev.yaml", tries: 4 },
  { file: "Pulumi.prod.yaml", tries: 2 },
])("while $file is created for the first time", ({ file, tries }) => {
  it("each failure is told by name, and the next up goes on to the same end", async () => {
    const [undisturbed, stack] = await Promise.all([newStack(file), newStack(file)]);
    try {
      await upWhole(undisturbed);
      const all = undisturbed.account.resources().map(({ urn }) => urn);
      const left = (): string[] => {
        const made = new Set(stack.account.resources().map(({ urn }) => urn));
        return all.filter((urn) => !made.has(urn));
      };
      await eachOnce(left, tries, (urn) => upFails(stack, { operation: "create", urn }));
      await upWhole(stack);
      expect(contentOf(stack)).toEqual(contentOf(undisturbed));
    } finally {
      [undisturbed, stack].forEach((each) => each.dispose());
    }
  });
});

describe("once a stack is there", () => {
  let stack: EngineStack;
  beforeAll(async () => {
    stack = await newStack("Pulumi.dev.yaml");
    await upWhole(stack);
  });
  afterEach(() => stack.disturb({}));
  afterAll(() => stack.dispose());

  const urnOf = (label: string): string => {
    const found = stack.account.resources().find(({ urn }) => labelOf(urn) === label);
    if (!found) throw new Error(`no ${label}`);
    return found.urn;
  };
  const change = (name: string): void => {
    const { edit } = ordinaryChanges.find((each) => each.name === name) ?? {};
    if (!edit) throw new Error(`no change ${name}`);
    stack.workspace.edit(edit);
  };

  it("a failed update is made by the next up", async () => {
    const urn = urnOf("aws:rds/instance:Instance database");
    change("a bigger database");
    await upFails(stack, { operation: "update", urn });
    await upWhole(stack);
    expect(stack.account.resources().find((each) => each.urn === urn)?.inputs.instanceClass).toBe("db.t3.medium");
  });

  it("each update that fails is made by the next up", async () => {
    change("another tag");
    const left = async (): Promise<string[]> =>
      (await stack.preview()).log
        .steps()
        .filter(({ op, type }) => op === "update" && !type.startsWith("pulumi:"))
        .map(({ urn }) => urn);
    expect((await left()).length).toBeGreaterThan(50);
    await eachOnce(left, TRIES, (urn) => upFails(stack, { operation: "update", urn }));
    await upWhole(stack);
    expect(await left()).toEqual([]);
  });

  it("a failed migration leaves the services, and what is known of them, on the old version", async () => {
    const migration = urnOf("pulumi-nodejs:dynamic/operations:OneOffTask api-migrations");
    const service = urnOf("aws:ecs/service:Service api");
    const running = (): unknown => stack.account.resources().find(({ urn }) => urn === service)?.inputs;
    const recorded = async (): Promise<unknown> =>
      (await stack.state()).resources?.find(({ urn, delete: old }) => urn === service && !old)?.inputs;
    const before = { running: running(), recorded: await recorded() };
    change("a new image digest");
    await upFails(stack, { operation: "update", urn: migration });
    expect({ running: running(), recorded: await recorded() }).toEqual(before);
    await upWhole(stack);
    expect(running()).not.toEqual(before.running);
  });

  it("a failed deletion is made by the next up", async () => {
    change("a firewall");
    await upWhole(stack);
    const urn = urnOf("aws:wafv2/webAclAssociation:WebAclAssociation firewall-association");
    stack.workspace.edit((config) => delete config["platform:firewall"]);
    await upFails(stack, { operation: "delete", urn });
    await upWhole(stack);
    expect(stack.account.resources().filter(({ type }) => type.startsWith("aws:wafv2/"))).toEqual([]);
  });

  it("credentials that run out half-way lose nothing", async () => {
    const after = stack.account.events.length + 10;
    stack.disturb({ faults: [{ id: "expired", operation: "any", after, ...EXPIRED }] });
    stack.workspace.edit((config) => set(config, "platform:tags", { team: "archives" }));
    const { log, status } = await stack.up();
    expect(status).not.toBe(0);
    expect(log.errors().map(({ message }) => message)).toContainEqual(expect.stringContaining("ExpiredToken"));
    expect(await lostAndOrphaned(stack)).toEqual([]);
    stack.disturb({});
    await upWhole(stack);
  });

  it("each deletion that fails is told by name, and the next destroy goes on to the end", async () => {
    stack.workspace.edit(giveUpProtection);
    await upWhole(stack);
    const left = (): string[] => stack.account.resources().map(({ urn }) => urn);
    await eachOnce(left, TRIES, (urn) => fails(stack, { operation: "delete", urn }, () => stack.destroy()));
    const { log, status } = await stack.destroy();
    expect([log.errors(), status]).toEqual([[], 0]);
    expect(left()).toEqual([]);
    expect(await stack.state()).not.toHaveProperty("resources");
  });
});

describe("a process that is killed in the middle of an update", () => {
  it("leaves a lock and a list, from which the stack is brought to its end", async () => {
    const [undisturbed, stack] = await Promise.all([newStack("Pulumi.dev.yaml"), newStack("Pulumi.dev.yaml")]);
    try {
      await upWhole(undisturbed);
      await killWhileCreating(stack);

      const locked = await stack.up();
      expect(locked.status).not.toBe(0);
      expect(locked.output).toMatch(/currently locked by 1 lock.*pulumi cancel/s);
      expect((await stack.pulumi("cancel", "--yes").ended).status).toBe(0);

      await adoptInterrupted(stack);
      await upWhole(stack);
      // A password that was never used is made anew.
      const owned = (of: EngineStack): string[] => contentOf(of).map(({ urn, id }) => `${urn} ${id}`);
      expect([...new Set(owned(stack))]).toEqual(owned(undisturbed));
    } finally {
      [undisturbed, stack].forEach((each) => each.dispose());
    }
  });
});

/** Without a warning that would let it finish what it began; AWS finishes it all the same. */
async function killWhileCreating(stack: EngineStack): Promise<void> {
  stack.disturb({ milliseconds: { create: { "*": 1500 } } });
  const { ended, process } = stack.start();
  while (stack.account.resources().length < 20) await setTimeout(100);
  process.kill("SIGKILL");
  await ended;
  for (let before = -1; stack.account.resources().length > before; await setTimeout(5000)) {
    before = stack.account.resources().length;
  }
  stack.disturb({});
  stack.repairCheckpoint();
}

/** What docs/runbooks/deployment.md says to do with the operations that were interrupted. */
async function adoptInterrupted(stack: EngineStack): Promise<void> {
  const { pending_operations: interrupted = [] } = await stack.state();
  expect(interrupted.length).toBeGreaterThan(0);
  const refresh = await stack.refresh("--clear-pending-creates");
  expect([refresh.log.errors(), refresh.status]).toEqual([[], 0]);

  const made = interrupted.flatMap(({ resource }) => {
    const standing = stack.account.resources().find(({ urn }) => urn === resource.urn);
    return standing && resource.type.startsWith("aws:") ? [{ ...resource, id: standing.id }] : [];
  });
  const file = path.join(stack.workspace.folder, "interrupted.json");
  writeFileSync(file, JSON.stringify(importFile(made)));
  const adopted = await stack.pulumi("import", "--file", file, "--yes", "--generate-code=false", "--skip-preview")
    .ended;
  expect([adopted.output, adopted.status]).toEqual([expect.any(String), 0]);
}

/** https://www.pulumi.com/docs/iac/guides/migration/import/#bulk-import-operations */
function importFile(resources: StateResource[]): object {
  const urns = resources.flatMap(({ parent, provider }) => [parent ?? "", providerUrn(provider)]);
  const names = new Map([...new Set(urns)].map((urn, place) => [urn, `n${place}`]));
  return {
    nameTable: Object.fromEntries([...names].map(([urn, name]) => [name, urn])),
    resources: resources.map(({ urn, type, id, parent = "", provider }) => ({
      type,
      name: urn.split("::").at(-1),
      id,
      parent: names.get(parent),
      provider: names.get(providerUrn(provider)),
    })),
  };
}

const providerUrn = (reference = ""): string => reference.replace(/::[^:]*$/, "");
