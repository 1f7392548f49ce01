import { canaryProblems } from "@platform/components/canary";
import { at, type Check, type Fault } from "../draft";

/** The pages of the canary are distinct, and few enough to be handed to it. */
export const canaryPages: Check = ({ sections: { canary } }) =>
  canary
    ? canaryProblems(canary.paths, canary.everyMinutes).map((problem): Fault => ({
        path: at("canary", "paths"),
        involves: [],
        got: problem.replace(/^pages /, "a list whose pages "),
        expected: "pages that each are named once, with few and short values",
        fix: "remove what is named twice, or shorten the list",
      }))
    : [];
