import { stripVTControlCharacters } from "node:util";
import { Failure } from "../preview/failure";
import { missingConfiguration } from "./missing-configuration";
import { locatorOf } from "./locator";
import type { ForeignProject } from "./project";

/** How the program's process ended, and what it printed. */
export interface Ended {
  code: number | null;
  output: string;
}

/** What a program logged or printed when it failed, in words for the person at the terminal, without stack traces. */
export function explainFailure(errors: string[], { code, output }: Ended, project: ForeignProject): Failure {
  const texts = (errors.length > 0 ? errors : [output]).map(stripVTControlCharacters);
  const missing = texts.flatMap((text) => /Missing required configuration variable '([^']+)'/.exec(text)?.[1] ?? []);
  if (missing.length > 0) return missingConfiguration([...new Set(missing)]);
  if (texts.some((text) => text.includes("does not support transforms"))) {
    return new Failure(
      "The program transforms its look-ups (registerInvokeTransform), which the preview cannot run",
      1,
    );
  }
  if (errors.length === 0) return new Failure(`The program ended with code ${code}:\n${output.trim()}`.trim(), 1);
  const [text = ""] = texts;
  const place = placeIn(text, project);
  return new Failure(`The program failed${place ? ` at ${place}` : ""}: ${messageOf(text)}`, 1);
}

/** The innermost line of the project's own code. */
function placeIn(text: string, project: ForeignProject): string | undefined {
  const locate = locatorOf(project);
  for (const [, file = "", line] of text.matchAll(/(?:file:\/\/)?((?:\/|[A-Z]:)[^():\n]+):(\d+)(?::\d+)?/g)) {
    const place = locate({ file, line: Number(line), column: 0 });
    if (place) return place;
  }
  return undefined;
}

/** The message without the runner's introduction, without the frames and without what Node prints below them. */
function messageOf(text: string): string {
  const [first = ""] = text
    .replace(/^Running program '.*' failed with an unhandled exception:\n/, "")
    .split(/\n\s+at /);
  const lines = first
    .replace(/^<ref \*\d+> /, "")
    .replace(/^(?:Uncaught )?(?:\w*Error): /, "")
    // The status code of gRPC, where the monitor refused a resource.
    .replace(/(?<=: )2 UNKNOWN: /, "")
    .trim()
    .split("\n");
  return lines.slice(0, 10).join("\n  ") || "it ended without a message";
}
