import type { EngineStack } from "../../../engine/stack";
import { runOutOfCredentials } from "./credentials";
import {
  ALL_TOGETHER,
  contentOf,
  everyOneFails,
  type Failure,
  newStack,
  nextSteps,
  someFail,
  upWhole,
} from "./failing";

describe.each([
  { file: "Pulumi.dev.yaml", tries: 4 },
  { file: "Pulumi.prod.yaml", tries: 2 },
])("while $file is created for the first time", ({ file, tries }) => {
  let undisturbed: EngineStack;
  let stack: EngineStack;
  beforeAll(async () => {
    undisturbed = await newStack(file);
    await upWhole(undisturbed);
  });
  afterAll(() => undisturbed.dispose());
  beforeEach(async () => {
    stack = await newStack(file);
  });
  afterEach(() => stack.dispose());

  /** The creations of a stack of which nothing is there. */
  async function creations(): Promise<Failure[]> {
    const steps = await nextSteps(stack);
    expect(steps.map(({ urn }) => urn).sort()).toEqual(contentOf(undisturbed).map(({ urn }) => urn));
    return steps;
  }

  it("every creation fails once, with what is begun beside it, and the next up goes on to the same end", async () => {
    await everyOneFails(stack, await creations(), "up", ALL_TOGETHER);
    await upWhole(stack);
    expect(contentOf(stack)).toEqual(contentOf(undisturbed));
  });

  it("a creation fails while others succeed, and the next up goes on to the same end", async () => {
    await someFail(stack, await creations(), tries, "up");
    await upWhole(stack);
    expect(contentOf(stack)).toEqual(contentOf(undisturbed));
  });

  it("credentials that run out half-way lose nothing, and the next up goes on to the same end", async () => {
    await runOutOfCredentials(stack, Math.floor(contentOf(undisturbed).length / 2));
    await upWhole(stack);
    expect(contentOf(stack)).toEqual(contentOf(undisturbed));
  });
});
