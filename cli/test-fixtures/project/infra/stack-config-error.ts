/** The form in which a program reports a wrong stack file to the preview. */
export class StackConfigError extends Error {
  constructor(readonly problems: { key: string; got: unknown; expected: string; fix: string }[]) {
    super("the stack file is wrong");
    this.name = "StackConfigError";
  }
}
