import { minutesOfDay, type OfficeHours } from "@platform/components/office-hours";
import { cronWeek } from "@platform/components/scheduled-task";
import { at, type Check, type Draft, type Fault } from "../draft";
import { keyText, type KeyPath } from "../key-path";

/** What needs the database by the clock does so while the database is up. */
export const workingHours: Check = (draft) => {
  const { economy, database } = draft.sections;
  const hours = economy?.officeHours;
  if (!hours || !database) return [];
  return [...(database.dump ? [dumpFault()] : []), ...scheduleFaults(draft, hours)];
};

const HOURS = at("economy", "officeHours");

function scheduleFaults({ sections: { schedules = {}, services = {} } }: Draft, hours: OfficeHours): Fault[] {
  return Object.entries(schedules).flatMap(([name, { service, uses, cron, rate, timeZone }]) => {
    const used = uses ?? services[service]?.uses;
    if (!used?.database) return [];
    const key = (...rest: string[]): KeyPath => at("schedules", name, ...rest);
    const fault = (path: KeyPath, got: string): Fault => ({
      path,
      involves: [HOURS, at("database"), key("uses"), at("services", service, "uses")],
      got: `${got}, while the database is up in ${keyText(HOURS)} only`,
      expected: `runs on ${hours.days.join(", ")} from ${hours.from} to ${hours.to}, ${hours.timeZone}`,
      fix: `write, for example, cron: ${example(hours)} with timeZone: ${hours.timeZone}, or uses without database`,
    });
    if (rate !== undefined) return [fault(key("rate"), `a run each ${rate}, by day and by night`)];
    if (cron === undefined) return [];
    if (timeZone !== hours.timeZone) return [fault(key("timeZone"), `${timeZone}, another time zone`)];
    return isWithin(cron, hours) ? [] : [fault(key("cron"), "runs at other times")];
  });
}

function isWithin(cron: string, { days, from, to }: OfficeHours): boolean {
  const week = cronWeek(cron);
  // What is wrong with the expression itself is told where expressions are read.
  if (!week) return true;
  return (
    week.first >= minutesOfDay(from) && week.last < minutesOfDay(to) && week.days.every((day) => days.includes(day))
  );
}

function example({ days, from }: OfficeHours): string {
  return `0 ${Math.ceil(minutesOfDay(from) / 60)} ? * ${days.join(",")} *`;
}

function dumpFault(): Fault {
  return {
    path: at("database", "dump"),
    involves: [HOURS],
    got: `a value, while the database is up in ${keyText(HOURS)} only`,
    expected: "no dump where the database may be down when it is due",
    fix: `remove it, or ${keyText(HOURS)}`,
  };
}
