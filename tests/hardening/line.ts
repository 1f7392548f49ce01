/** A test, by its file and its title as written there: that of an `it`, or that of a `describe` with a row of its table. */
export interface Proof {
  file: string;
  test: string;
  /** The title, or the first cell of the row, below that of a `describe`. */
  row?: string;
}

/** A step of a workflow, by its name or by what it runs. */
export interface Step {
  workflow: string;
  step: string;
}

/** A line of the guides' hardening checklists, and what answers it. */
export interface Line {
  /** The line as the requirements name it. */
  item: string;
  /** What answers it, in a sentence or two. */
  answer: string;
  /** What the application has to do itself; with it the line is the application's own duty. */
  duty?: string;
  /** What is not delivered yet; with it the line counts as open. */
  missing?: string;
  /** Ids of the policies that block what breaks it. */
  rules?: string[];
  /** Folders under `components`. */
  components?: string[];
  /** Files under `infra/config/checks`, without their ending: what a stack file is refused for. */
  checks?: string[];
  steps?: Step[];
  proofs: Proof[];
}

/** Lines that are about the same part. */
export interface Chapter {
  title: string;
  lines: Line[];
}

export type State = "the platform" | "the application" | "not yet";

/** Where every pull request meets the whole pack and the checks of the stack file. */
export const PREVIEW: Step = { workflow: ".github/workflows/pull-request.yml", step: "Preview" };

/** Who answers for a line, or that nobody does in full. */
export function stateOf({ missing, duty }: Line): State {
  if (missing !== undefined) return "not yet";
  return duty === undefined ? "the platform" : "the application";
}

/** A proof by the tests over the golden manifests of every stack. */
export const inStacks = (test: string): Proof => ({ file: "tests/hardening/stacks.test.ts", test });

/** A proof by a stack file that is refused. */
export const inBadInput = (row: string): Proof => ({
  file: "infra/config/bad-input.test.ts",
  test: "a stack file is refused for",
  row,
});

/** A proof by a protection that production gives up for a written reason only. */
export const inGivenUp = (row: string): Proof => ({
  ...inBadInput(row),
  test: "a protection that is given up in production",
});

/** A proof by a test of a component. */
export const inComponent = (file: string, test: string): Proof => ({ file: `components/${file}.test.ts`, test });
