import { at, type Check, type Draft, type Fault, valueWritten } from "../draft";
import { keyText, type KeyPath } from "../key-path";
import { kindOf } from "../service-kind";

/** What only a load balancer can do. */
const OF_LISTENERS: readonly string[][] = [
  ["paths"],
  ["hosts"],
  ["stickiness"],
  ["scaling", "requestsPerTarget"],
  ["health", "path"],
  ["health", "statusCodes"],
  ["health", "healthyThreshold"],
];
/** What the check of a container is made of, and means nothing without its command. */
const OF_CONTAINER_CHECKS = ["gracePeriod", "interval", "timeout", "unhealthyThreshold"];

/** No service has settings that only another kind of service knows. */
export const serviceKinds: Check = (draft) =>
  Object.entries(draft.sections.services ?? {}).flatMap(([name, settings]) =>
    kindOf(settings) === "worker" ? workerFaults(draft, name) : webFaults(draft, name),
  );

function workerFaults(draft: Draft, name: string): Fault[] {
  const key = (...rest: string[]) => at("services", name, ...rest);
  const port = key("port");
  const ofListeners = OF_LISTENERS.map((rest) => key(...rest)).map((path) =>
    misplaced(
      draft,
      path,
      port,
      "no value for a worker, which no load balancer reaches",
      `remove it, or add ${keyText(port)}`,
    ),
  );
  const command = key("health", "command");
  const ofContainer =
    valueWritten(draft, command) === undefined
      ? OF_CONTAINER_CHECKS.map((setting) => key("health", setting)).map((path) =>
          misplaced(
            draft,
            path,
            command,
            "a command that this setting is about",
            `add ${keyText(command)}, or remove it`,
          ),
        )
      : [];
  return [...ofListeners, ...ofContainer].flat();
}

function webFaults(draft: Draft, name: string): Fault[] {
  const path = at("services", name, "taskProtection");
  if (valueWritten(draft, path) !== true) return [];
  const port = at("services", name, "port");
  return [
    {
      path,
      involves: [port],
      got: `true, while ${keyText(port)} is set`,
      expected: "false for a service with a port: the load balancer lets its requests end by itself",
      fix: "remove it",
    },
  ];
}

/** A fault when a key is there although the other one, on which it rests, is not. */
function misplaced(draft: Draft, path: KeyPath, other: KeyPath, expected: string, fix: string): Fault[] {
  if (valueWritten(draft, path) === undefined) return [];
  return [{ path, involves: [other], got: `a value, while there is no ${keyText(other)}`, expected, fix }];
}
