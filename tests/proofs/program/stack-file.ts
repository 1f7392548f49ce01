import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { View } from "@platform/simulator";
import { parseStackConfig, type StackConfig } from "../../../infra/config";
import { ROOT } from "../../preview";
import type { Order } from "./order";

/** A stack file of the repository, by its path or, in the root, by the stack's name. */
export function orderOf(stack: string, view: View): Order {
  const file = stack.endsWith(".yaml") ? stack : `Pulumi.${stack}.yaml`;
  const { config } = parse(readFileSync(path.join(ROOT, file), "utf8")) as { config: { [key: string]: unknown } };
  return { config: engineForm(config), stack: stackName(stack), view, secretKeys: [] };
}

/** `Pulumi.insightshop-prod.yaml` and `insightshop-prod` are the same stack. */
export const stackName = (stack: string): string => path.basename(stack).replace(/^Pulumi\.|\.yaml$/g, "");

/** Configuration as the engine hands it over: texts as they are, everything else as JSON text. */
export function engineForm(config: { [key: string]: unknown }): Order["config"] {
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

export const configOf = ({ config, stack, secretKeys }: Order): StackConfig =>
  parseStackConfig(config, stack, `Pulumi.${stack}.yaml`, secretKeys);
