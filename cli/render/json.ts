import type { Report } from "../preview/report";

/** The whole report, the short parts first; the manifest is sorted, so that two reports can be compared as text. */
export function renderJson({
  stackFile,
  policyConfig,
  only,
  summary,
  findings,
  changes,
  manifest,
  sources,
  causes,
}: Report): string {
  const ordered = { stackFile, policyConfig, only, summary, findings, changes, manifest, sources, causes };
  return `${JSON.stringify(ordered, undefined, 2)}\n`;
}
