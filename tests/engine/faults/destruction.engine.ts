import type { EngineStack } from "../../../engine/stack";
import { giveUpProtection } from "../stack-edits";
import { ALL_TOGETHER, everyOneFails, type Failure, newStack, someFail, upWhole } from "./failing";

/** How many deletions a sample takes. */
const TRIES = 2;

describe("while a stack is destroyed", () => {
  let stack: EngineStack;
  beforeEach(async () => {
    stack = await newStack("Pulumi.dev.yaml");
    stack.workspace.edit(giveUpProtection);
    await upWhole(stack);
  });
  afterEach(() => stack.dispose());

  const deletions = (): Failure[] => stack.account.resources().map(({ urn }) => ({ operation: "delete", urn }));

  async function destroyWhole(): Promise<void> {
    const { log, status } = await stack.destroy();
    expect([log.errors(), status]).toEqual([[], 0]);
    expect(stack.account.resources()).toEqual([]);
    expect(await stack.state()).not.toHaveProperty("resources");
  }

  it("every deletion fails once, with what is begun beside it, and the next destroy goes on to the end", async () => {
    expect(deletions().length).toBeGreaterThan(150);
    await everyOneFails(stack, deletions(), "destroy", ALL_TOGETHER);
    await destroyWhole();
  });

  it("a deletion fails while others succeed, and the next destroy goes on to the end", async () => {
    await someFail(stack, deletions(), TRIES, "destroy");
    await destroyWhole();
  });
});
