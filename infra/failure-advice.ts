import * as pulumi from "@pulumi/pulumi";

/** What to do when a step of an update fails: the engine repeats what AWS said, and ends the program before it could speak. */
export const FAILURE_ADVICE =
  "Should a step fail, nothing is lost: what was made stands and is known to Pulumi. Mend what AWS names as the cause and " +
  "run pulumi up again, which goes on from there. docs/runbooks/deployment.md tells more.";

/** Gives the advice at the start of an update, whose diagnostics then hold it beside the error. A preview can fail in no step. */
export function adviseOnFailures(): void {
  if (pulumi.runtime.isDryRun() || !pulumi.runtime.hasEngine()) return;
  void pulumi.log.info(FAILURE_ADVICE);
}
