import type { Coverage, CoveredControl, FrameworkCoverage } from "./coverage";
import { anchor, escape, table } from "./markdown";

/** `docs/policy-coverage.md`: every control of every framework, and what answers it. */
export function coveragePage({ counts, frameworks, outside }: Coverage): string {
  const sections = frameworks.flatMap((framework) => [`## ${framework.name}`, introduce(framework), rowsOf(framework)]);
  const parts = [
    INTRODUCTION,
    table(
      ["", ""],
      Object.entries(counts).map(([what, count]) => [capitalised(what), shown(count)]),
    ),
    frameworks.map(({ name }) => `- [${name}](#${anchor(name)})`).join("\n"),
    ...sections,
    "## Outside this pack",
    table(
      ["What", "Controls", "Why"],
      outside.map(({ what, controls, reason }) => [what, controls.join(", "), escape(reason)]),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

const INTRODUCTION = `# Coverage of the policies

<!-- Generated from policies/rules and policies/controls; do not edit. -->

Which rules of [the catalogue](policies.md) enforce a control, or why none does. "Enforced" means that a rule judges what
a Pulumi program can show of the control before a deployment; it is no certificate for what runs. The same as data is in
[policy-coverage.json](policy-coverage.json).`;

const introduce = ({ source, asOf, scope }: FrameworkCoverage): string =>
  [`[Source](${source})${asOf ? `, as of ${asOf}` : ""}.`, ...(scope ? [escape(scope)] : [])].join(" ");

function rowsOf({ controls }: FrameworkCoverage): string {
  const hasNotes = controls.some(({ note, state }) => note !== undefined || state !== "enforced");
  const head = ["Control", "Enforced by", ...(hasNotes ? ["Note"] : [])];
  return table(
    head,
    controls.map((control) => [control.id, linksOf(control), ...(hasNotes ? [noteOf(control)] : [])]),
  );
}

const linksOf = ({ rules, state }: CoveredControl): string =>
  rules.length > 0 ? rules.map((id) => `[${id}](policies.md#${id})`).join(", ") : `*${state}*`;

const noteOf = ({ note }: CoveredControl): string => escape(note ?? "");

const shown = (count: Coverage["counts"][string]): string =>
  typeof count === "number" ? String(count) : `${count.covered} of ${count.of}`;

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
