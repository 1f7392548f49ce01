import type { Parameter } from "../../policies/kernel/rule";
import { ENVIRONMENTS } from "../../policies/levels";
import type { CatalogueEntry, ServiceCatalogue } from "./catalogue";
import type { Coverage } from "./coverage";
import { anchor, escape, list, table } from "./markdown";

/** `docs/policies.md`: every rule, by service. */
export function policiesPage(services: readonly ServiceCatalogue[], { counts }: Coverage): string {
  const contents = services.map(({ title, rules }) => `- [${title}](#${anchor(title)}) (${rules.length})`);
  const sections = services.flatMap(({ title, rules }) => [
    `## ${title}`,
    table(
      ["Rule", "What must hold", "Severity"],
      rules.map(({ id, title: holds, severity }) => [`[${id}](#${id})`, escape(holds), severity]),
    ),
    ...rules.map(ruleSection),
  ]);
  return `${[introduction(counts["rules"] as number), contents.join("\n"), ...sections].join("\n\n")}\n`;
}

const introduction = (rules: number): string => `# Policies

<!-- Generated from policies/rules; do not edit. -->

The pack has ${rules} rules. What each framework asks for, and which rules answer it, is in
[policy-coverage.md](policy-coverage.md); the same as data in [policies.json](policies.json). A rule is given another
level, a parameter or an exemption in a file for \`--policy-pack-config\`, as [the pack's README](../policies/README.md)
shows. A remedy changes the inputs of a resource that breaks the rule, at level \`remediate\` only; one that is in part
leaves what only the program can tell, or what another resource is needed for.`;

function ruleSection(rule: CatalogueEntry): string {
  const parameters = Object.entries(rule.parameters).map(([name, parameter]) => parameterLine(name, parameter));
  const enforced = controlsOf(rule);
  const lines = [
    `- **Severity**: ${rule.severity}; ${levelsOf(rule)}`,
    ...(enforced ? [`- **Enforces**: ${enforced}`] : []),
    `- **Why**: ${escape(rule.why)}`,
    `- **Fix**: ${escape(rule.fix)} ([more](${rule.url}))`,
    ...(rule.remedy === "none" ? [] : [`- **Remedy**: ${rule.remedy === "whole" ? "yes" : "in part"}`]),
    ...(parameters.length > 0 ? [`- **Parameters**:`, ...parameters] : []),
  ];
  return `### ${rule.id}\n\n${escape(rule.title)}.\n\n${lines.join("\n")}`;
}

/** `mandatory in production and staging, advisory in development and ephemeral` */
function levelsOf({ levels, optIn }: CatalogueEntry): string {
  if (optIn) return "off unless asked for";
  const kinds = [...new Set(ENVIRONMENTS.map((environment) => levels[environment]))];
  if (kinds.length === 1) return `${kinds[0]} everywhere`;
  return kinds
    .map((level) => `${level} in ${list(ENVIRONMENTS.filter((environment) => levels[environment] === level))}`)
    .join(", ");
}

function controlsOf({ controls, references }: CatalogueEntry): string {
  const groups: [string, string[] | undefined][] = [
    ["FSBP", controls.fsbp],
    ["Security Hub", controls.securityHub],
    ["CIS", controls.cis],
    ["NIST", controls.nist],
    ["checkov", references.checkov],
    ["cdk-nag", references.cdkNag],
  ];
  return groups.flatMap(([name, ids]) => (ids && ids.length > 0 ? [`${name} ${ids.join(", ")}`] : [])).join("; ");
}

function parameterLine(name: string, parameter: Parameter): string {
  const { minimum, maximum } = parameter;
  const range = [
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
    ...(parameter.enum ? [`one of ${parameter.enum.join(", ")}`] : []),
  ];
  const { items, additionalProperties: members } = parameter;
  const type = items ? `list of ${items.type}` : members ? `map of ${members.type}` : parameter.type;
  const details = [type, ...range, `default \`${JSON.stringify(parameter.default)}\``].join(", ");
  return `  - \`${name}\` (${details}): ${escape(parameter.description)}`;
}
