import path from "node:path";
import type { StackFileContent } from "../../engine/workspace";
import { STACKS } from "../preview";

/** What a stack file says. */
export type Config = StackFileContent["config"];

/** Every stack file that is deployed, by its path. */
export const STACK_FILES = STACKS.map((stack) => (stack.endsWith(".yaml") ? stack : `Pulumi.${stack}.yaml`));

/** `insightshop-prod` of `examples/insightshop/Pulumi.insightshop-prod.yaml` */
export const stackName = (file: string): string => path.basename(file).replace(/^Pulumi\.|\.yaml$/g, "");
