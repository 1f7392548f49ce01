import { PROVED_STACKS } from "../stacks";
import { DeployedStack } from "./deployed-stack";
import { Runner } from "./runner";
import { configOf, orderOf } from "./stack-file";

type Case = [file: string, deployed: () => Promise<DeployedStack>];

/** The stacks over which things are proved, for `describe.each`; each is brought up when a test first asks for it. */
export function deployedStacks(files: readonly string[] = PROVED_STACKS): Case[] {
  const runner = new Runner();
  afterAll(() => runner.stop());
  const stacks = new Map<string, Promise<DeployedStack>>();
  const bringUp = async (file: string): Promise<DeployedStack> => {
    const order = orderOf(file, "deployed");
    return new DeployedStack(configOf(order), await runner.record(order));
  };
  return files.map((file): Case => {
    const deployed = (): Promise<DeployedStack> => {
      const stack = stacks.get(file) ?? bringUp(file);
      stacks.set(file, stack);
      return stack;
    };
    return [file, deployed];
  });
}
