import { declaredInputs, declaredMembers, declaredState } from "../fuzz/typings";
import type { Properties } from "../kernel/cases";
import { ANY_AWS, type Rule } from "../kernel/rule";
import { isUnknown } from "../kernel/unknown";
import { rules } from ".";

interface Written {
  type: string;
  props: Properties;
}

/** Every resource of a rule's cases. */
const resourcesOf = ({ types, cases: { resource = [], stack = [] } }: Rule): Written[] => [
  ...resource.map(({ type, props }) => ({ type: type ?? types[0] ?? "", props })),
  ...stack.flatMap(({ resources }) => resources),
];

/** The paths of what an object holds that the provider does not declare there. */
function strangers(value: unknown, members: ReadonlyMap<string, string>, at: string): string[] {
  return [value].flat().flatMap((element) => {
    if (typeof element !== "object" || element === null || isUnknown(element)) return [];
    return Object.entries(element)
      .filter(([, member]) => member !== undefined)
      .flatMap(([key, member]) => {
        const written = members.get(key);
        if (written === undefined) return [`${at}.${key}`];
        // A document of policies is whatever IAM takes.
        const inner = written.includes("PolicyDocument") ? undefined : declaredMembers(written);
        return inner ? strangers(member, inner, `${at}.${key}`) : [];
      });
  });
}

// A rule and its cases can agree on a misspelling: the provider's typings decide.
describe.each(rules.filter(({ types }) => !types.includes(ANY_AWS)).map((rule) => [rule.id, rule] as const))(
  "%s",
  (_id, rule) => {
    it("is about types that the provider has", () => {
      expect(rule.types.filter((type) => declaredState(type).length === 0)).toEqual([]);
    });

    it("has cases of properties that the provider has", () => {
      const found = resourcesOf(rule)
        .filter(({ type }) => type.startsWith("aws:"))
        .flatMap(({ type, props }) => {
          const members = new Map([["id", "string"], ...declaredState(type), ...declaredInputs(type)]);
          return strangers(props, members, type);
        });
      expect([...new Set(found)]).toEqual([]);
    });
  },
);
