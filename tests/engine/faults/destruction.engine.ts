import type { EngineStack } from "../../../engine/stack";
import { giveUpProtection } from "../stack-edits";
import { eachAlone, everyOneFails, type Failure, fails, newStack, upWhole } from "./failing";

/** How many deletions fail alone in a sample. */
const TRIES = 2;

describe("while a stack is destroyed", () => {
  let stack: EngineStack;
  beforeEach(async () => {
    stack = await newStack("Pulumi.dev.yaml");
    stack.workspace.edit(giveUpProtection);
    await upWhole(stack);
  });
  afterEach(() => stack.dispose());

  /** Last comes first, as the engine does it. */
  const deletions = (): Failure[] =>
    stack.account
      .resources()
      .map(({ urn }): Failure => ({ operation: "delete", urn }))
      .reverse();

  async function destroyWhole(): Promise<void> {
    stack.disturb({});
    const { log, status } = await stack.destroy();
    expect([log.errors(), status]).toEqual([[], 0]);
    expect(stack.account.resources()).toEqual([]);
    expect(await stack.state()).not.toHaveProperty("resources");
  }

  it("every deletion fails once, beside others, and the next destroy goes on to the end", async () => {
    expect(deletions().length).toBeGreaterThan(150);
    await everyOneFails(stack, deletions(), "destroy");
    await destroyWhole();
  });

  it("a deletion fails alone, and the next destroy goes on to the end", async () => {
    await eachAlone(deletions, TRIES, (failure) => fails(stack, failure, () => stack.destroy()));
    await destroyWhole();
  });
});
