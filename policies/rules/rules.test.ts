import { runRemedy, runResourceCase, runStackCase, runStackRemedy } from "../kernel/run-case";
import type { Verdict } from "../kernel/evaluate";
import { rules } from ".";

/** The paths of the violations as a sorted list, without `[n]` where a case does not care which element it is. */
const violated = (verdict: Verdict): string[] => verdict.violations.map(({ path }) => path).sort();

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  const cases = [
    ...(rule.cases.resource ?? []).map((each) => ({ ...each, run: () => runResourceCase(rule, each) })),
    ...(rule.cases.stack ?? []).map((each) => ({ ...each, run: () => runStackCase(rule, each) })),
  ];

  it.each(cases.map((each) => [each.verdict, each.name, each] as const))(
    "%s: %s",
    (_verdict, _name, { verdict, paths, parts, run }) => {
      const result = run();
      if (verdict === "good") expect(result).toEqual({ violations: [], undetermined: [] });
      if (verdict === "bad") {
        expect(violated(result)).toEqual([...paths].sort());
        expect(result.undetermined).toEqual([]);
        if (parts) expect(result.violations.map(({ part }) => part).sort()).toEqual([...parts].sort());
      }
      if (verdict === "unknown") {
        expect(result.violations).toEqual([]);
        expect(result.undetermined).toHaveLength(paths.length);
        paths.forEach((path) => expect(result.undetermined.join("\n")).toContain(path));
      }
    },
  );

  const mendable = [
    ...(rule.cases.resource ?? []).map((each) => ({ ...each, mend: () => runRemedy(rule, each) })),
    ...(rule.lacks ? (rule.cases.stack ?? []) : []).map((each) => ({
      ...each,
      mend: () => runStackRemedy(rule, each),
    })),
  ];
  const broken = rule.remedy ? mendable.filter(({ verdict }) => verdict === "bad") : [];
  const [remediable, others] = [
    broken.filter((each) => each.remediable ?? true),
    broken.filter((each) => each.remediable === false),
  ];
  if (remediable.length > 0) {
    it.each(remediable.map((each) => [each.name, each.mend] as const))("remedy: %s", (_name, mend) => {
      const { once, twice } = mend();
      expect(once).toEqual({ violations: [], undetermined: [] });
      expect(twice).toBe(false);
    });
  }
  if (others.length > 0) {
    it.each(others.map((each) => [each.name, each.mend] as const))("no remedy: %s", (_name, mend) => {
      const { once, twice } = mend();
      expect(once.violations).not.toEqual([]);
      expect(twice).toBe(false);
    });
  }
  const sound = rule.lacks ? mendable.filter(({ verdict }) => verdict === "good") : [];
  if (sound.length > 0) {
    it.each(sound.map((each) => [each.name, each.mend] as const))("remedy leaves good: %s", (_name, mend) => {
      expect(mend()).toEqual({ once: { violations: [], undetermined: [] }, twice: false });
    });
  }

  it("has good, bad and unknown cases for each half", () => {
    const halves = [rule.check && (rule.cases.resource ?? []), rule.checkStack && (rule.cases.stack ?? [])];
    for (const half of halves.filter((each) => each !== undefined)) {
      expect(new Set(half.map(({ verdict }) => verdict))).toEqual(new Set(["good", "bad", "unknown"]));
    }
    expect(halves.some((half) => half !== undefined)).toBe(true);
  });
});
