export type Severity = "low" | "medium" | "high" | "critical";

/** What a policy said of a resource, or of the stack. */
export interface Finding {
  rule: string;
  level: "advisory" | "mandatory";
  severity?: Severity;
  /** The resource; absent where it is about the stack or the policy configuration. */
  urn?: string;
  description: string;
  message: string;
}

/** Findings by what they mean. Those that stayed undetermined and the exemptions carry the id of the rule concerned. */
export interface Findings {
  violations: Finding[];
  undetermined: Finding[];
  exemptionsUsed: Finding[];
  exemptionsUnused: Finding[];
}

/** Policies of the pack that keep its books: their message names the rule that it is about. */
const BOOKKEEPING: { [policy: string]: Exclude<keyof Findings, "violations"> } = {
  undetermined: "undetermined",
  "exemption-used": "exemptionsUsed",
  "exemption-unused": "exemptionsUnused",
};

/** What the host itself reports of a policy that read an unknown value. */
const HOST_UNDETERMINED = /^can't run policy '[^']+' from policy pack '[^']+' during preview: /;

/** The host puts the policy's description before the message. */
export function findingOf(finding: Finding): Finding {
  const { description, message } = finding;
  return {
    ...finding,
    message: message.startsWith(`${description}\n`) ? message.slice(description.length + 1) : message,
  };
}

export function sortFindings(found: Finding[]): Findings {
  const findings: Findings = { violations: [], undetermined: [], exemptionsUsed: [], exemptionsUnused: [] };
  for (const finding of found) {
    const kind = BOOKKEEPING[finding.rule];
    if (kind) findings[kind].push(ofRule(finding));
    else if (HOST_UNDETERMINED.test(finding.message)) {
      findings.undetermined.push({ ...finding, message: finding.message.replace(HOST_UNDETERMINED, "") });
    } else findings.violations.push(finding);
  }
  const byRule = (a: Finding, b: Finding): number => compare(a.rule, b.rule) || compare(a.urn ?? "", b.urn ?? "");
  const byWeight = (a: Finding, b: Finding): number => weightOf(b) - weightOf(a) || byRule(a, b);
  findings.violations.sort(byWeight);
  findings.undetermined.sort(byRule);
  findings.exemptionsUsed.sort(byRule);
  findings.exemptionsUnused.sort(byRule);
  return findings;
}

/** Whether something here must stop a deployment. */
export const isBlocking = (findings: Findings): boolean =>
  Object.values(findings)
    .flat()
    .some(({ level }: Finding) => level === "mandatory");

/** `<rule id>: <what>` */
function ofRule(finding: Finding): Finding {
  const [, rule, message] = /^([^\s:]+): (.*)$/s.exec(finding.message) ?? [];
  return rule && message ? { ...finding, rule, message } : finding;
}

const SEVERITY_WEIGHT: { [severity in Severity]: number } = { low: 1, medium: 2, high: 3, critical: 4 };

const weightOf = ({ level, severity }: Finding): number =>
  (level === "mandatory" ? 10 : 0) + (severity ? SEVERITY_WEIGHT[severity] : 0);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
