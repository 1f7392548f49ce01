import { cronProblems } from "@platform/components/scheduled-task";
import { fargateSizeProblems } from "@platform/components/task";
import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";
import { unknownName } from "./uses";

/** Scheduled tasks are of a service of the stack, have one kind of time, and names of their own. */
export const schedules: Check = (draft) =>
  Object.entries(draft.sections.schedules ?? {}).flatMap(([name, settings]): Fault[] => {
    const key = (...rest: string[]) => at("schedules", name, ...rest);
    const { service, cron, rate, size } = settings;
    return [
      ...unknownName(draft, "services", service, key("service"), "service"),
      ...timesFaults(name, settings),
      ...(cron === undefined ? [] : cronProblems(cron)).map((problem): Fault => ({
        path: key("cron"),
        involves: [],
        got: `the text "${cron}", which ${problem}`,
        expected: "six fields, of which one kind of day is ?, such as 0 3 ? * MON-FRI *",
        fix: "correct the expression",
      })),
      ...singular(name, rate),
      ...(size ? fargateSizeProblems(size.cpu, size.memory) : []).map((problem): Fault => ({
        path: key("size"),
        involves: [],
        got: `${size?.cpu} CPU units with ${size?.memory} MiB`,
        expected: problem.replace(/, got \d+$/, "").replace("must be ", ""),
        fix: "change cpu or memory, for example to { cpu: 1024, memory: 2048 }",
      })),
      ...(draft.sections.services && Object.hasOwn(draft.sections.services, name) ? [nameOfService(name)] : []),
    ];
  });

function timesFaults(name: string, { cron, rate, at: moment }: { cron?: string; rate?: string; at?: string }): Fault[] {
  const given = Object.entries({ cron, rate, at: moment }).flatMap(([key, time]) => (time === undefined ? [] : [key]));
  if (given.length === 1) return [];
  return [
    {
      path: at("schedules", name),
      involves: ["cron", "rate", "at"].map((key) => at("schedules", name, key)),
      got: given.length === 0 ? "neither cron, rate nor at" : given.join(" and "),
      expected: "exactly one of cron, rate and at",
      fix: given.length === 0 ? 'add, for example, cron: "0 3 * * ? *"' : "keep one of them",
    },
  ];
}

/** EventBridge Scheduler wants `1 hour` and `2 hours`. */
function singular(name: string, rate: string | undefined): Fault[] {
  const [count, unit = ""] = rate?.split(" ") ?? [];
  if (count === undefined || (count === "1") !== unit.endsWith("s")) return [];
  return [
    {
      path: at("schedules", name, "rate"),
      involves: [],
      got: `the text "${rate}"`,
      expected: count === "1" ? "a unit in the singular after 1" : "a unit in the plural",
      fix: `write ${count} ${unit.replace(/s$/, "")}${count === "1" ? "" : "s"}`,
    },
  ];
}

function nameOfService(name: string): Fault {
  return {
    path: at("schedules", name),
    involves: [at("services", name)],
    got: `the name ${name}, which is that of ${keyText(at("services", name))}`,
    expected: "a name of its own: both have a log group, a task family and alarms by their names",
    fix: "rename it, for example after what it does",
  };
}
