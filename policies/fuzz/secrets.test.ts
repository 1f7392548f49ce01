import type { Verdict } from "../kernel/evaluate";
import { isUnknown } from "../kernel/unknown";
import { runResourceCase, runStackCase } from "../kernel/run-case";
import type { Rule } from "../kernel/rule";
import { rules } from "../rules";
import { at, replaced, type Route, textRoutesOf } from "./leaves";

// Marks of several forms, because a rule may look at the form before it speaks.
const MARK = "AKIAQ7MARKEDSECRET77";
const DISGUISES: readonly ((text: string) => string)[] = [
  () => MARK,
  () => `postgres://owner:${MARK}@db.example.com/app`,
  (text) => `${text}${MARK}`,
  (text) => `${MARK}${text}`,
];

/**
 * Whose values `part` may repeat, because an exemption names the finding by them: what something is called (a
 * container, a statement, the paths of a cache behaviour) and what AWS gives a name (an action, a kernel capability).
 * The path of a finding names keys, those of maps included, never what they hold.
 */
const NAMES = new Set(["name", "Sid", "pathPattern", "Action", "NotAction", "add"]);

type Judge = (props: unknown) => Verdict;

/** Every case of both halves as what the rule says of other properties in its shape. */
function judgesOf(rule: Rule): [string, unknown, Judge][] {
  const ofResource = (rule.cases.resource ?? []).map((each): [string, unknown, Judge] => [
    each.name,
    each.props,
    (props) => runResourceCase(rule, { ...each, props: props as typeof each.props }),
  ]);
  const ofStack = (rule.cases.stack ?? []).map((each): [string, unknown, Judge] => [
    each.name,
    each.resources.map(({ props }) => props),
    (all) =>
      runStackCase(rule, {
        ...each,
        resources: each.resources.map((resource, index) => ({
          ...resource,
          props: (all as (typeof resource.props)[])[index] ?? {},
        })),
      }),
  ]);
  return [...ofResource, ...ofStack];
}

const isName = (route: Route): boolean => NAMES.has(String(route.filter((key) => typeof key === "string").at(-1)));

/** What a verdict tells, of which no part may hold a value. */
function told({ violations, undetermined }: Verdict, { partsToo }: { partsToo: boolean }): string {
  const texts = violations.flatMap(({ path, expected, found, part }) => [path, expected, found, partsToo ? part : ""]);
  return [...texts, ...undetermined].join("\n");
}

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  it("never repeats a value", () => {
    for (const [name, props, judge] of judgesOf(rule)) {
      const routes = textRoutesOf(props).filter((route) => !isUnknown(at(props, route)));
      for (const disguise of DISGUISES) {
        const mark = (old: unknown): string => disguise(String(old));
        for (const route of routes) {
          const verdict = judge(replaced(props, route, mark));
          const shown = told(verdict, { partsToo: !isName(route) });
          expect([name, route.join("."), shown.includes(MARK) && shown]).toEqual([name, route.join("."), false]);
        }
        const everywhere = routes.reduce((changed, route) => replaced(changed, route, mark), props);
        const shown = told(judge(everywhere), { partsToo: false });
        expect([name, shown.includes(MARK) && shown]).toEqual([name, false]);
      }
    }
  });
});
