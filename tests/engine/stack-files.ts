import type { StackFileContent } from "../../engine/workspace";
import { STACKS } from "../preview";

type Config = StackFileContent["config"];

/** Every stack file that is deployed, by its path. */
export const STACK_FILES = STACKS.map((stack) => (stack.endsWith(".yaml") ? stack : `Pulumi.${stack}.yaml`));

/** Changes what stands under a key of the stack file. */
export function set(config: Config, key: string, values: Config): void {
  config[key] = { ...config[key], ...values };
}

/** What the stack file of a stack says that is about to go: docs/runbooks tell people the same. */
export function giveUpProtection(config: Config): void {
  config["platform:protect"] = false;
  const given = ["platform:database", "platform:loadBalancer"];
  given.forEach((key) => set(config, key, { deletionProtection: false }));
  if (config["platform:profile"] !== "production") return;
  const keys = ["protect", "database.deletionProtection", "loadBalancer.deletionProtection"];
  const reason = "The stack is being torn down on purpose";
  set(config, "platform:reasons", Object.fromEntries(keys.map((key) => [key, reason])));
}
