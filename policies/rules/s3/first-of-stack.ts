import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";

/** Whether a resource is the stack's first of these types: it answers for what a whole account has once. */
export const isFirstOf = (stack: StackIndex, subject: Subject, types: readonly string[]): boolean =>
  stack.ofTypes(types)[0] === subject;
