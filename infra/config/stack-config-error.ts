import * as pulumi from "@pulumi/pulumi";

/** One thing that is wrong with a stack file. */
export interface Problem {
  /** The key, for example `platform:services.api.scaling.min`. */
  key: string;
  /** The same key in parts, to find its line: `["platform:services", "api", "scaling", "min"]`. */
  path: readonly (string | number)[];
  /** What the file says, in words; never a value that may be secret. */
  got: string;
  /** What is accepted. */
  expected: string;
  /** What to do about it. */
  fix: string;
  /** The known key that an unknown one probably means. */
  suggestion?: string;
}

/** Everything that is wrong with a stack file; the ordinary command line prints it without a stack trace. */
export class StackConfigError extends pulumi.RunError {
  constructor(
    /** The stack file, as people know it. */
    readonly file: string,
    /** In the order of the file. */
    readonly problems: readonly Problem[],
  ) {
    super([headline(file, problems.length), ...problems.map(block)].join("\n\n"));
    this.name = "StackConfigError";
  }
}

function headline(file: string, count: number): string {
  return `${file} has ${count === 1 ? "a problem" : `${count} problems`}; nothing was created or changed.`;
}

function block({ key, got, expected, fix }: Problem): string {
  return [`  ${key}`, `    got:      ${got}`, `    expected: ${expected}`, `    fix:      ${fix}`].join("\n");
}
