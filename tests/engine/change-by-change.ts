import { labelOf } from "../../engine/events";
import { holdsData } from "../../engine/holds-data";
import type { EngineStack } from "../../engine/stack";
import { stackFile } from "../../infra/config/test-stack";
import { lostAndOrphaned } from "./lost-and-orphaned";
import { lossesOf } from "./losses";
import { changesOf } from "./ordinary-changes";
import { RecordedChanges } from "./recorded-changes";
import { Sample, TRY_ALL } from "./sample";
import { stackName } from "./stack-files";

/** A stack that is deployed before the test runs. */
type Deployed = () => EngineStack;

/** Gives resources up by their names, as the engine's own message tells. */
async function unprotect(stack: EngineStack, labels: string[]): Promise<void> {
  const { resources = [] } = await stack.state();
  for (const { urn } of resources.filter(({ urn }) => labels.includes(labelOf(urn)))) {
    const { status, output } = await stack.pulumi("state", "unprotect", urn, "--yes").ended;
    expect([output, status]).toEqual([expect.any(String), 0]);
  }
}

/** Tests that a deployed stack goes from each change of a year to the next. */
export function goesThroughOrdinaryChanges(file: string, stack: Deployed): void {
  const recorded = new RecordedChanges(stackName(file));
  afterAll(() => recorded.save());

  it.each(changesOf(stackFile(file)))("touches what it must and nothing else: $name", async (change) => {
    const givenUp = change.givesUp?.(stack().workspace.content().config) ?? [];
    if (givenUp.length > 0) await unprotect(stack(), givenUp);
    stack().workspace.edit(change.edit);
    const { log, status } = await stack().up();
    expect([log.errors(), status]).toEqual([[], 0]);
    const changes = log.changes();
    const gone = [...changes.replaced, ...changes.deleted];
    expect(gone.filter((label) => holdsData(label.split(" ")[0] ?? "") && !givenUp.includes(label))).toEqual([]);
    expect(changes).toEqual(recorded.of(change.name, changes));
  });

  it("leaves nothing behind in the account that the engine does not know", async () => {
    expect(await lostAndOrphaned(stack())).toEqual([]);
  });
}

/** How many losses a sample takes. */
const TRIES = 3;

/** Tests that no change makes a deployed stack lose data by mistake: a sample of them, other ones in each run. */
export function keepsItsData(file: string, stack: Deployed): void {
  const losses = lossesOf(stackFile(file));

  it.each(TRY_ALL ? losses : new Sample(file).some(losses, TRIES))(
    "fails the preview, which says how to go on: $name",
    async (loss) => {
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
    },
  );
}
