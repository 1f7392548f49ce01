import { holdsData } from "../../engine/holds-data";
import type { EngineStack } from "../../engine/stack";
import { labelOf } from "../../engine/urn";
import { stackFile } from "../../infra/config/test-stack";
import { lostAndOrphaned } from "./lost-and-orphaned";
import { lossesOf } from "./losses";
import { changesOf } from "./ordinary-changes";
import { RecordedChanges } from "./recorded-changes";
import { stackName } from "./stack-files";

/** A stack that is deployed before the test runs. */
type Deployed = () => EngineStack;

/**
 * Gives resources up by their names, as the engine's own message tells; what holds data only after the preview has refused
 * to lose it. Logs go without a question: docs/decisions/021-protection-is-the-guard-of-data.md.
 */
async function giveUp(stack: EngineStack, labels: string[]): Promise<void> {
  const { resources = [] } = await stack.state();
  const there = resources.map(({ urn }) => labelOf(urn));
  const isGuarded = (label: string): boolean => holdsData(typeOf(label)) && !typeOf(label).endsWith(":LogGroup");
  const guarded = there.filter((label) => labels.includes(label) && isGuarded(label));
  await unprotect(stack, without(labels, guarded));
  if (guarded.length > 0) {
    const { log } = await stack.preview();
    const refused = log.errors().flatMap(({ resource, message }) => (/protect/.test(message) && resource) || []);
    expect(refused.sort()).toEqual(guarded.sort());
  }
  await unprotect(stack, guarded);
}

const typeOf = (label: string): string => label.split(" ")[0] ?? "";
const without = (all: string[], some: string[]): string[] => all.filter((one) => !some.includes(one));

async function unprotect(stack: EngineStack, labels: string[]): Promise<void> {
  const { resources = [] } = await stack.state();
  for (const { urn } of resources.filter(({ urn }) => labels.includes(labelOf(urn)))) {
    const { status, output } = await stack.pulumi("state", "unprotect", urn, "--yes").ended;
    expect([output, status]).toEqual([expect.any(String), 0]);
  }
}

/** Tests that a deployed stack goes from each change of a year to the next. */
export function goesThroughOrdinaryChanges(file: string, stack: Deployed): void {
  const ordinary = changesOf(stackFile(file));
  const recorded = new RecordedChanges(
    stackName(file),
    ordinary.map(({ name }) => name),
  );
  afterAll(() => recorded.save());

  it.each(ordinary)("touches what it must and nothing else: $name", async (change) => {
    const givenUp = change.givesUp?.(stack().workspace.content().config) ?? [];
    stack().workspace.edit(change.edit);
    if (givenUp.length > 0) await giveUp(stack(), givenUp);
    const { log, status } = await stack().up();
    expect([log.errors(), status]).toEqual([[], 0]);
    const changes = log.changes();
    const gone = [...changes.replaced, ...changes.deleted];
    expect(gone.filter((label) => holdsData(typeOf(label)) && !givenUp.includes(label))).toEqual([]);
    expect(changes).toEqual(recorded.of(change.name, changes));
  });

  it("leaves nothing behind in the account that the engine does not know", async () => {
    expect(await lostAndOrphaned(stack())).toEqual([]);
  });
}

/** Tests that no change makes a deployed stack lose data by mistake. */
export function keepsItsData(file: string, stack: Deployed): void {
  it.each(lossesOf(stackFile(file)))("fails the preview, which says how to go on: $name", async (loss) => {
    const { workspace } = stack();
    const resource = loss.resource(workspace.content().config);
    const restore = workspace.edit(loss.edit);
    try {
      const { log, status } = await stack().preview();
      expect(status).not.toBe(0);
      const told = log.errors().filter((error) => resource.test(error.resource ?? ""));
      expect(told).not.toEqual([]);
      told.forEach(({ message }) => {
        expect(message).toMatch(/marked for protection|is protected/);
        expect(message).toMatch(/unprotect/);
      });
    } finally {
      restore();
    }
  });
}
