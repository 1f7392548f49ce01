import type { EngineStack } from "../../../engine/stack";
import { contentOf, eachAlone, everyOneFails, type Failure, newStack, nextSteps, upFails, upWhole } from "./failing";

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

  it("every creation fails once, beside others, and the next up goes on to the same end", async () => {
    const creations = await nextSteps(stack);
    expect(creations.map(({ urn }) => urn).sort()).toEqual(contentOf(undisturbed).map(({ urn }) => urn));
    await everyOneFails(stack, creations, "up");
    await upWhole(stack);
    expect(contentOf(stack)).toEqual(contentOf(undisturbed));
  });

  it("a creation fails alone, and the next up goes on to the same end", async () => {
    const left = (): Failure[] => {
      const made = new Set(stack.account.resources().map(({ urn }) => urn));
      return undisturbed.account.resources().flatMap(({ urn }) => (made.has(urn) ? [] : { operation: "create", urn }));
    };
    await eachAlone(left, tries, (failure) => upFails(stack, failure));
    await upWhole(stack);
    expect(contentOf(stack)).toEqual(contentOf(undisturbed));
  });
});
