import { LATEST_END, EARLIEST_START } from "@platform/components/office-hours";
import { at, type Check, type Draft, type Fault, valueWritten } from "../draft";
import { keyText, type KeyPath } from "../key-path";

/** Savings are for stacks that nobody relies on, and office hours are hours of one day. */
export const economy: Check = (draft) => {
  const { economy: settings, profile } = draft.sections;
  if (!settings) return [];
  const refused = ["officeHours", "spotOnly", "expiresAfterHours"]
    .filter((name) => profile === "production" || (profile === "staging" && name === "expiresAfterHours"))
    .map((name) => at("economy", name))
    .filter((path) => isOn(valueWritten(draft, path)));
  return [
    ...refused.map((path): Fault => ({
      path,
      involves: [at("profile")],
      got: `a value, while ${keyText(at("profile"))} is ${profile}`,
      expected: `nothing: a ${profile} stack is there at any time`,
      fix: "remove it",
    })),
    ...(settings.officeHours ? [...hoursFaults(settings.officeHours), ...awakeFaults(draft)] : []),
  ];
};

/** What office hours would break, or what would ring each night. */
function awakeFaults(draft: Draft): Fault[] {
  const hours = at("economy", "officeHours");
  const { canary, database } = draft.sections;
  const fault = (path: KeyPath, expected: string): Fault => ({
    path,
    involves: [hours],
    got: `a value, while ${keyText(hours)} is set`,
    expected,
    fix: `remove it, or ${keyText(hours)}`,
  });
  return [
    ...(canary ? [fault(at("canary"), "no canary where nobody answers at night")] : []),
    ...(database && database.replicas.length > 0
      ? [fault(at("database", "replicas"), "no replica: RDS does not stop a database that has one")]
      : []),
  ];
}

const isOn = (value: unknown): boolean => value !== undefined && value !== false;

function hoursFaults({ from, to }: { from: string; to: string }): Fault[] {
  const key = (name: string) => at("economy", "officeHours", name);
  if (from >= to) {
    return [
      {
        path: key("to"),
        involves: [key("from")],
        got: `${to}, with ${keyText(key("from"))} ${from}`,
        expected: "a later time of the same day",
        fix: "raise to, or lower from",
      },
    ];
  }
  const bound = (name: string, time: string, expected: string): Fault => ({
    path: key(name),
    involves: [],
    got: time,
    expected,
    fix: "move it into the day",
  });
  return [
    ...(from < EARLIEST_START
      ? [bound("from", from, `${EARLIEST_START} or later: the database starts before, on the same day`)]
      : []),
    ...(to > LATEST_END
      ? [bound("to", to, `${LATEST_END} or earlier: the database stops after, on the same day`)]
      : []),
  ];
}
