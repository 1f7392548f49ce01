import { readdirSync } from "node:fs";
import path from "node:path";
import { ROOT, STACKS } from "../preview";

/** Every stack file under `examples`, so that a new one is proved without a word about it. */
const examples = readdirSync(path.join(ROOT, "examples"), { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)Pulumi\.[^/]+\.yaml$/.test(file))
  .map((file) => path.posix.join("examples", file));

/** The stacks over which things are proved: those of the repository, and one of services that share little. */
export const PROVED_STACKS: readonly string[] = [
  ...new Set([...STACKS, ...examples.sort(), "tests/proofs/fixtures/Pulumi.neighbours.yaml"]),
];
