import { report } from "../test-fixtures/report";
import { renderTerminal } from "./terminal";

const [open] = report.findings.undetermined as [(typeof report.findings.undetermined)[number]];
const waiting = (...rules: string[]) => rules.map((rule) => ({ ...open, rule }));
const lineFor = (undetermined: (typeof open)[]): string | undefined =>
  renderTerminal({ ...report, findings: { ...report.findings, undetermined } }, false)
    .split("Undetermined until deployment\n")[1]
    ?.split("\n")[0];

describe("what is not known yet stands once in a terminal", () => {
  it.each([
    [["a"], /not known yet {2}a$/],
    [["a", "b"], /not known yet {2}a and b$/],
    [["a", "b", "c"], /not known yet {2}a and 2 other rules$/],
  ])("for %j", (rules, expected) => {
    expect(lineFor(waiting(...rules))).toMatch(expected);
  });

  it("and not at all where everything is known", () => {
    expect(renderTerminal({ ...report, findings: { ...report.findings, undetermined: [] } }, false)).not.toContain(
      "Undetermined",
    );
  });
});
