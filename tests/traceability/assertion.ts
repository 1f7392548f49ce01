import type { GoldenManifest } from "../manifest";
import type { Application } from "./requirement";

/** The manifests of an application, by what its guide calls the environment. */
export type Stacks = Record<string, GoldenManifest>;

/** Holds a manifest to the figure, ARN or path that the row asks for; throws where it is another. */
export type Assertion = (stacks: Stacks) => void;

/** What an application's manifests are held to, by the id of the row. */
export interface Traced {
  application: Application;
  /** Names of the golden manifests, by environment. */
  stacks: Record<string, string>;
  assertions: { [id: string]: Assertion };
}

/** The environment's manifest; a typing error must not pass as a stack without resources. */
export function stackOf(stacks: Stacks, environment: string): GoldenManifest {
  const stack = stacks[environment];
  if (!stack) throw new Error(`no stack for ${environment}`);
  return stack;
}
