export { Canary, type CanaryArgs } from "./canary";
export { type CanaryPage, canaryProblems } from "./pages";
