import { type Recording, toManifest, type View } from "@platform/simulator";
import { type StackConfig, StackConfigError } from "../../../infra/config";
import { faultsOfRoles } from "../access/proof";
import { expectedWays } from "../network/expected";
import { Reachability } from "../network/reachability";
import { DeployedStack } from "../program/deployed-stack";
import type { Runner } from "../program/runner";
import { engineForm } from "../program/stack-file";
import { isGivenUp } from "./given-up";
import { judge } from "./judge";
import { read, STACK } from "./mend";
import type { StackFile } from "./stack-files";

/** All that is wrong with what a sound stack file declares: rules broken or open, rights and ways too many or too few. */
export async function faultsOf(file: StackFile, runners: Record<View, Runner>): Promise<string[]> {
  const config = read(file);
  if (config instanceof StackConfigError) throw config;
  const run = (view: View) => runners[view].run({ config: engineForm(file), stack: STACK, view, secretKeys: [] });
  const [preview, deployed] = await Promise.all([run("preview"), run("deployed")]);
  if (!("recording" in preview)) return [`in the preview view: ${JSON.stringify(preview)}`];
  if (!("recording" in deployed)) return [`in the deployed view: ${JSON.stringify(deployed)}`];
  const stack = new DeployedStack(config, deployed.recording);
  return [
    ...[preview.recording, deployed.recording].flatMap((recording) => faultsOfRecording(recording, config)),
    ...judge(deployed.recording, config.profile).undetermined,
    ...faultsOfRoles(stack).map((fault) => JSON.stringify(fault)),
    ...difference(new Reachability(stack).open().map(text), expectedWays(config).map(text)),
  ];
}

function faultsOfRecording(recording: Recording, config: StackConfig): string[] {
  const isWhole = !JSON.stringify(toManifest(recording)).includes("[Output<T>]");
  const violations = judge(recording, config.profile)
    .broken.filter(({ rule, level }) => level === "mandatory" && !isGivenUp(rule, config))
    .map(({ rule, urn, path }) => `${rule}: ${path} of ${urn.split("::").at(-1)}`);
  return [...violations, ...(isWhole ? [] : ["an Output was made into a text"])];
}

const text = (way: object): string => JSON.stringify(way);

const difference = (open: string[], expected: string[]): string[] => [
  ...open.filter((way) => !expected.includes(way)).map((way) => `open: ${way}`),
  ...expected.filter((way) => !open.includes(way)).map((way) => `closed: ${way}`),
];
