import { at, type Check, type Draft, type Fault } from "../draft";
import { keyText } from "../key-path";
import type { Sections } from "../sections";
import { kindOf } from "../service-kind";
import { unknownName } from "./uses";

type Settings = Sections["services"][string];
type Backlog = NonNullable<Settings["scaling"]["backlog"]>;

/** Workers follow the backlog of what they consume, and of one thing. */
export const backlogs: Check = (draft) =>
  Object.entries(draft.sections.services ?? {}).flatMap(([name, settings]): Fault[] => {
    const { backlog } = settings.scaling;
    if (!backlog) return [];
    const path = at("services", name, "scaling", "backlog");
    if (kindOf(settings) !== "worker") {
      const port = at("services", name, "port");
      return [
        {
          path,
          involves: [port],
          got: `a value, while ${keyText(port)} is set`,
          expected: "no value for a service with a port, whose work does not wait in a queue",
          fix: "use requestsPerTarget, or move the jobs to a worker",
        },
      ];
    }
    return [
      ...sourceFaults(name, backlog),
      ...queueFaults(draft, name, settings, backlog),
      ...listFaults(name, settings, backlog),
    ];
  });

function sourceFaults(name: string, { queue, redisList }: Backlog): Fault[] {
  if ((queue === undefined) !== (redisList === undefined)) return [];
  const path = at("services", name, "scaling", "backlog");
  return [
    {
      path,
      involves: [
        [...path, "queue"],
        [...path, "redisList"],
      ],
      got: queue === undefined ? "neither queue nor redisList" : "queue and redisList",
      expected: "exactly one of queue and redisList",
      fix: queue === undefined ? "add the one that the worker takes its jobs from" : "remove one of the two",
    },
  ];
}

function listFaults(name: string, { uses }: Settings, { redisList }: Backlog): Fault[] {
  if (redisList === undefined || uses.cache) return [];
  const used = at("services", name, "uses", "cache");
  return [
    {
      path: at("services", name, "scaling", "backlog", "redisList"),
      involves: [used],
      got: `the list ${redisList}, while ${keyText(used)} is false`,
      expected: "a list of the cache that the worker uses",
      fix: `set ${keyText(used)} to true`,
    },
  ];
}

function queueFaults(draft: Draft, name: string, { uses }: Settings, { queue }: Backlog): Fault[] {
  if (queue === undefined) return [];
  const path = at("services", name, "scaling", "backlog", "queue");
  const unknown = unknownName(draft, "queues", queue, path, "queue");
  if (unknown.length > 0 || uses.queues[queue] === "consume" || uses.queues[queue] === "both") return unknown;
  const used = at("services", name, "uses", "queues");
  return [
    {
      path,
      involves: [used],
      got: `the queue ${queue}, which ${keyText(used)} does not let the worker consume`,
      expected: "a queue that the worker consumes: more tasks would not shorten another one",
      fix: `add ${queue}: consume to ${keyText(used)}`,
    },
  ];
}
