import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";
import { kindOf } from "../service-kind";
import { inOrderOfUse } from "../service-order";
import { usersOf } from "../users";
import { unknownName } from "./uses";

/** Services call internal services of the stack, and those do not call one another in a circle. */
export const internalServices: Check = (draft) => {
  const services = draft.sections.services ?? {};
  const faults = usersOf(draft).flatMap(({ path: user, uses }) =>
    uses.services.flatMap((name, index): Fault[] => {
      const path = [...user, "uses", "services", index] as const;
      const unknown = unknownName(draft, "services", name, path, "service");
      const settings = services[name];
      if (unknown.length > 0 || !settings || kindOf(settings) === "internal") return unknown;
      const internal = at("services", name, "internal");
      return [
        {
          path,
          involves: [internal],
          got: `the service ${name}, while ${keyText(internal)} is not true`,
          expected: "an internal service: others are reached by their public name",
          fix: `set ${keyText(internal)} to true, or remove it here`,
        },
      ];
    }),
  );
  const { circle } = inOrderOfUse(services);
  const [first] = circle;
  if (first === undefined) return faults;
  return [
    ...faults,
    {
      path: at("services", first, "uses", "services"),
      involves: circle.map((name) => at("services", name, "uses", "services")),
      got: `services that use one another in a circle: ${circle.join(", ")}`,
      expected: "internal services of which each can be there before those that use it",
      fix: "take one of them away, or make one service of the two",
    },
  ];
};
