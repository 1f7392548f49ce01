/** 1: the program or the policies failed. 2: the arguments or the stack file are wrong. */
export type FailureCode = 1 | 2;

/** Ends the command with a message for the person at the terminal, without a stack trace. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode: FailureCode = 1,
  ) {
    super(message);
    this.name = "Failure";
  }
}

/** Something wrong in a file, where it is and how to mend it. */
export interface Problem {
  /** `file:line:column`, or the file alone. */
  place: string;
  message: string;
  got?: string;
  expected?: string;
  suggestion?: string;
  fix?: string;
}

/** All problems of a stack file at once. */
export class StackFileError extends Failure {
  constructor(readonly problems: Problem[]) {
    super(problems.map(describe).join("\n\n"), 2);
    this.name = "StackFileError";
  }
}

function describe({ place, message, got, expected, suggestion, fix }: Problem): string {
  const details = [
    ["got", got],
    ["accepted", expected],
    ["did you mean", suggestion && fix?.includes(suggestion) ? undefined : suggestion],
    ["fix", fix],
  ].flatMap(([label, text]) => (text ? [`  ${label}: ${text}`] : []));
  return [`${place}: ${message}`, ...details].join("\n");
}
