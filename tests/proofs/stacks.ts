import { STACKS } from "../preview";

/** The stacks over which things are proved: those of the repository, and one of services that share little. */
export const PROVED_STACKS = [...STACKS, "tests/proofs/fixtures/Pulumi.neighbours.yaml"];
