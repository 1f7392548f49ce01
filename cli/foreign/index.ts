export { locatorOf } from "./locator";
export { notesOf } from "./notes";
export { recordForeignProgram } from "./run-program";
export { type ForeignStack, readForeignStack } from "./stack";
