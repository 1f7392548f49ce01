import { Command, CommanderError, Option } from "commander";
import type { View } from "@platform/simulator";
import { Failure } from "./failure";

export type Format = "terminal" | "json" | "markdown";

/** What the person asked for. */
export interface Request {
  /** Absent where none was named. */
  stack?: string;
  view: View;
  format: Format;
  only?: string;
  changes?: string;
  policyConfig?: string;
  /** Folder of a Pulumi project of other people. */
  project?: string;
  /** `key=value`: configuration for it. */
  config: string[];
  /** Files to write beside what is printed. */
  sarif?: string;
  junit?: string;
}

interface Options {
  view: View;
  only?: string;
  changes?: string;
  policyConfig?: string;
  project?: string;
  config: string[];
  sarif?: string;
  junit?: string;
  json?: boolean;
  markdown?: boolean;
}

const EXAMPLES = `
Examples:
  npm run preview                                    the dev stack
  npm run preview prod -- --view deployed            as after a deployment, so that no rule stays open
  npm run preview prod -- --only api                 one component, its resources and what was found there
  npm run preview prod -- --changes origin/main      what this branch would add, change and remove
  npm run preview examples/shop/Pulumi.prod.yaml     any stack file
  npm run --silent preview prod -- --json > prod.json
  npm run preview -- --project ../shop prod          any Pulumi Node.js project, with its own dependencies

Exit code: 0 nothing blocks, 1 a mandatory violation or a failed program, 2 a wrong argument or stack file.`;

/** Reads the command line; prints the help and returns `undefined` when that was asked for. */
export function parseArguments(argv: string[]): Request | undefined {
  const command = new Command("npm run preview --")
    .description("Shows what a stack would create on AWS and what the policies say of it, without an account.")
    .argument("[stack]", "a stack of this project, or the path of a stack file (default: dev)")
    .addOption(
      new Option("--view <view>", "values that AWS gives: unknown as before a first deployment, or known as after it")
        .choices(["preview", "deployed"])
        .default("preview"),
    )
    .option("--only <component>", "only this component, by its name or its type, and what is below it")
    .option("--changes <git ref>", "compare with what the same stack declares at a git revision")
    .option("--policy-config <file>", "policy levels and exemptions, instead of those of the stack's profile")
    .addOption(
      new Option("--project <folder>", "preview another Pulumi Node.js project, with policies of this one").conflicts(
        "changes",
      ),
    )
    .option(
      "--config <key=value>",
      "configuration for that project, over its stack file; may be repeated",
      (pair: string, pairs: string[]) => [...pairs, pair],
      [],
    )
    .option("--sarif <file>", "also write the findings as SARIF 2.1.0, for code scanning")
    .option("--junit <file>", "also write the findings as JUnit XML, a suite for each rule")
    .addOption(new Option("--json", "print manifest, findings and summary as JSON").conflicts("markdown"))
    .addOption(new Option("--markdown", "print a report for a job summary"))
    .addHelpText("after", EXAMPLES)
    .showHelpAfterError("(--help shows what is accepted)")
    .exitOverride();
  try {
    command.parse(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return undefined;
    // Commander has printed its message already.
    throw new Failure("", 2);
  }
  const { json, markdown, ...options } = command.opts<Options>();
  if (options.config.length > 0 && options.project === undefined) {
    throw new Failure("--config: only for --project; the stacks of this project keep theirs in their stack file", 2);
  }
  return {
    stack: command.processedArgs[0] as string | undefined,
    format: json ? "json" : markdown ? "markdown" : "terminal",
    ...options,
  };
}
