import { readFileSync } from "node:fs";
import path from "node:path";
import { GoldenManifest } from "./manifest";
import { ROOT } from "./preview";

// Whoever is woken up follows a link: it must lead to a section that exists.

const runbook = readFileSync(path.join(ROOT, "docs/runbooks/alarms.md"), "utf8");
const sections = [...runbook.matchAll(/^### (\S+)$/gm)].map(([, section]) => section);

/** The sections that a stack's alarms and messages link to. */
function linked(stack: GoldenManifest): string[] {
  const texts = stack.resources
    .filter(({ type }) => type.startsWith("aws:cloudwatch/"))
    .flatMap(({ inputs }) => [inputs["alarmDescription"], JSON.stringify(inputs["inputTransformer"] ?? "")]);
  return texts.flatMap((text) =>
    [...String(text).matchAll(/Runbook: https:\S+#([a-z0-9-]+)/g)].map(([, name = ""]) => name),
  );
}

it.each(["prod", "staging", "dev", "prod-recovery", "insightshop-prod"])(
  "every link of %s leads to a section of the runbook",
  (name) => {
    const stack = new GoldenManifest(name);
    expect(linked(stack).length).toBeGreaterThanOrEqual(stack.all("aws:cloudwatch/metricAlarm:MetricAlarm").length);
    expect(linked(stack).filter((section) => !sections.includes(section))).toEqual([]);
  },
);

it("every link within the runbook leads to one of its sections", () => {
  const links = [...runbook.matchAll(/\]\(#([^)]+)\)/g)].map(([, section]) => section);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((section) => !sections.includes(section))).toEqual([]);
});
