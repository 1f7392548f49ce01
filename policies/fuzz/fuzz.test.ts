import * as fc from "fast-check";
import type { CaseResource } from "../kernel/cases";
import { evaluateInStack, parametersOf, type Verdict } from "../kernel/evaluate";
import { runRemedy, runResourceCase, runStackCase, runStackRemedy, subjectOf } from "../kernel/run-case";
import { StackIndex } from "../kernel/stack-index";
import { rules } from "../rules";
import { resourceCases, stackCases, stretched } from "./arbitraries";
import { failedOnce } from "./failed-once";

/** How often each half of each rule is tried; `FUZZ_RUNS=5000 npx jest policies/fuzz` looks longer. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 100);

/** A rule may find fault or leave things open; it must not fail, and what it says must be whole. */
function expectWhole(verdict: Verdict): void {
  for (const reason of verdict.undetermined) {
    if (reason.startsWith("the rule failed") || reason === "") throw new Error(reason || "no reason");
  }
  for (const { path, expected, found, part } of verdict.violations) {
    if (typeof path !== "string" || !expected || !found) throw new Error(`half a violation at ${path}`);
    if (part !== undefined && typeof part !== "string") throw new Error(`a part that is no text at ${path}`);
  }
}

/** The first case of each verdict. */
const oneOfEach = <Case extends { verdict: string }>(cases: readonly Case[]): Case[] => [
  ...new Map(cases.toReversed().map((each) => [each.verdict, each])).values(),
];

const examplesOf = <Case>(cases: Case[] = []): [Case][] => cases.map((each) => [each]);

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const { resource = [], stack = [] } = rule.cases;

  if (rule.check) {
    it("judges any resource", () => {
      fc.assert(
        fc.property(resourceCases(rule), (each) => expectWhole(runResourceCase(rule, each))),
        { numRuns: RUNS, examples: examplesOf(failedOnce.resource[id]) },
      );
    });

    it("judges resources of any depth and length", () => {
      for (const each of oneOfEach(resource)) {
        for (const props of stretched(each.props)) expectWhole(runResourceCase(rule, { ...each, props }));
      }
    });
  }

  if (rule.checkStack) {
    it("judges any stack", () => {
      fc.assert(
        fc.property(stackCases(rule), (each) => expectWhole(runStackCase(rule, each))),
        { numRuns: RUNS, examples: examplesOf(failedOnce.stack[id]) },
      );
    });

    it("judges stacks of any depth and length", () => {
      for (const each of oneOfEach(stack)) {
        each.resources.forEach((one, index) => {
          for (const props of stretched(one.props)) {
            const resources = each.resources.with(index, { ...one, props });
            expectWhole(runStackCase(rule, { ...each, resources }));
          }
        });
      }
    });
  }

  if (rule.lacks) {
    it("mends any resource of a stack, or leaves it, without a failure", () => {
      fc.assert(
        fc.property(stackCases(rule), (each) => expectWhole(runStackRemedy(rule, each).once)),
        { numRuns: RUNS },
      );
    });
  } else if (rule.remedy) {
    it("mends any resource, or leaves it, without a failure", () => {
      fc.assert(
        fc.property(resourceCases(rule), (each) => expectWhole(runRemedy(rule, each).once)),
        { numRuns: RUNS },
      );
    });
  }
});

/** Judging grows with the stack and does not end on names that nobody expects. */
it("judges five thousand resources by every rule", () => {
  const all = rules.flatMap(({ cases: { stack = [] } }) => stack.flatMap(({ resources }) => resources));
  const subjects = Array.from({ length: 5_000 }, (_, index) => {
    const { type, name, props, refers } = all[index % all.length] as CaseResource;
    return subjectOf({ type, name: `${name}-${index} имя 名`, props, ...(refers && { refers }) });
  });
  const stack = new StackIndex(subjects);
  for (const rule of rules) {
    for (const subject of stack.ofTypes(rule.types))
      expectWhole(evaluateInStack(rule, subject, stack, parametersOf(rule, {})));
  }
});
