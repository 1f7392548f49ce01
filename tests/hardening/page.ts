import { levelIn } from "../../policies/environment-config";
import { rules } from "../../policies/pack";
import { checklist } from "./checklist";
import { type Line, PREVIEW, type Proof, type State, stateOf } from "./line";

const STATES: readonly State[] = ["the platform", "the application", "not yet"];

const INTRODUCTION = `# Hardening checklist

<!-- Generated from tests/hardening; do not edit. -->

Every line of the hardening checklists that the platform's guides bring, with what answers it and the test that proves it.
A line is answered by the platform, or is the application's own duty, with what the platform does for it, or is not
answered in full yet. Every policy named here has cases of its own that break it, and stops a deployment to production
unless it is marked as a note. Policies and stack files are checked for every pull request
([${PREVIEW.step}](../${PREVIEW.workflow})).`;

/** `docs/hardening-checklist.md`: the checklist for people. */
export function hardeningPage(): string {
  const chapters = checklist.flatMap(({ title, lines }) => [`## ${title}`, ...lines.flatMap(sectionOf)]);
  return `${[INTRODUCTION, ...STATES.map(overview), ...chapters].join("\n\n")}\n`;
}

function overview(state: State): string {
  const lines = checklist.flatMap(({ lines }) => lines).filter((line) => stateOf(line) === state);
  const title = state === "not yet" ? "Not yet" : `Answered by ${state}`;
  return `**${title}** (${lines.length}): ${lines.map(({ item }) => link(item, `#${anchor(item)}`)).join(" · ")}`;
}

function sectionOf(line: Line): string[] {
  const { item, answer, duty, missing, rules = [], components = [], checks = [], steps = [], proofs } = line;
  const facts: [title: string, what: string[]][] = [
    ["Policies", rules.map(policy)],
    ["Components", components.map((folder) => link(folder, `../components/${folder}`))],
    ["Stack file", checks.map((check) => link(check, `../infra/config/checks/${check}.ts`))],
    ["Pipeline", steps.map(({ workflow, step }) => link(step, `../${workflow}`))],
  ];
  return [
    `### ${item}`,
    ...(missing === undefined ? [] : [`**Not yet.** ${missing}`]),
    ...(duty === undefined ? [] : [`**The application's duty.** ${duty}`]),
    answer,
    [
      ...facts.filter(([, what]) => what.length > 0).map(([title, what]) => `- ${title}: ${what.join(", ")}`),
      ...proofs.map((proof) => `- Proof: ${link(titleOf(proof), `../${proof.file}`)}`),
    ].join("\n"),
  ].filter(Boolean);
}

function policy(id: string): string {
  const rule = rules.find((each) => each.id === id);
  const isNote = rule !== undefined && levelIn("production", rule) !== "mandatory";
  return `${link(id, `policies.md#${id}`)}${isNote ? " (a note)" : ""}`;
}

const titleOf = ({ test, row }: Proof): string => (row === undefined ? test : `${test}: ${row}`);

const link = (text: string, target: string): string => `[${text}](${target})`;

/** The anchor that a heading gets. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replaceAll(" ", "-");
