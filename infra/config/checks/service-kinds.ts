import { at, type Check, type Draft, type Fault, valueWritten } from "../draft";
import { keyText, type KeyPath } from "../key-path";
import { kindOf } from "../service-kind";

/** What only a load balancer can do. */
const OF_LISTENERS: readonly string[][] = [
  ["paths"],
  ["hosts"],
  ["websockets"],
  ["stickiness"],
  ["deregistrationDelay"],
  ["scaling", "requestsPerTarget"],
  ["health", "path"],
  ["health", "statusCodes"],
  ["health", "healthyThreshold"],
];
/** What the check of a container is made of, and means nothing without its command. */
const OF_CONTAINER_CHECKS = ["gracePeriod", "interval", "timeout", "unhealthyThreshold"];

/** No service has settings that only another kind of service knows. */
export const serviceKinds: Check = (draft) =>
  Object.entries(draft.sections.services ?? {}).flatMap(([name, settings]) => {
    const kind = kindOf(settings);
    if (kind === "web") return protectionFaults(draft, name);
    const faults = kind === "worker" ? workerFaults(draft, name) : internalFaults(draft, name);
    return [...faults, ...containerCheckFaults(draft, name)];
  });

function workerFaults(draft: Draft, name: string): Fault[] {
  const port = at("services", name, "port");
  const internal = at("services", name, "internal");
  return [
    ...listenerSettings(draft, name).map((path): Fault => ({
      path,
      involves: [port],
      got: `a value, while there is no ${keyText(port)}`,
      expected: "no value for a worker, which no load balancer reaches",
      fix: `remove it, or add ${keyText(port)}`,
    })),
    ...(valueWritten(draft, internal) === true
      ? [
          {
            path: internal,
            involves: [port],
            got: `true, while there is no ${keyText(port)}`,
            expected: "a port that others connect to",
            fix: `add ${keyText(port)}, or remove it`,
          },
        ]
      : []),
  ];
}

function internalFaults(draft: Draft, name: string): Fault[] {
  const internal = at("services", name, "internal");
  const command = at("services", name, "health", "command");
  return [
    ...listenerSettings(draft, name).map((path): Fault => ({
      path,
      involves: [internal],
      got: `a value, while ${keyText(internal)} is true`,
      expected: "no value for an internal service, which no load balancer reaches",
      fix: `remove it, or ${keyText(internal)}`,
    })),
    ...(valueWritten(draft, command) === undefined
      ? [
          {
            path: command,
            involves: [internal],
            got: `nothing, while ${keyText(internal)} is true`,
            expected: "a command that ends with 0 when the container is well: only then others are sent to it",
            fix: 'add, for example, command: [curl, -f, "http://localhost:8000/health"]',
          },
        ]
      : []),
    ...protectionFaults(draft, name),
  ];
}

/** The keys of a service that are about load balancers. */
function listenerSettings(draft: Draft, name: string): KeyPath[] {
  return OF_LISTENERS.map((rest) => at("services", name, ...rest)).filter(
    (path) => valueWritten(draft, path) !== undefined,
  );
}

/** The times of a check that nobody makes. */
function containerCheckFaults(draft: Draft, name: string): Fault[] {
  const command = at("services", name, "health", "command");
  const port = at("services", name, "port");
  if (valueWritten(draft, command) !== undefined) return [];
  return OF_CONTAINER_CHECKS.map((setting) => at("services", name, "health", setting))
    .filter((path) => valueWritten(draft, path) !== undefined)
    .map((path) => ({
      path,
      involves: [command, port],
      got: `a value, while there is no ${keyText(command)}`,
      expected: "a command that this setting is about",
      fix: `add ${keyText(command)}, or remove it`,
    }));
}

function protectionFaults(draft: Draft, name: string): Fault[] {
  const path = at("services", name, "taskProtection");
  if (valueWritten(draft, path) !== true) return [];
  const port = at("services", name, "port");
  return [
    {
      path,
      involves: [port],
      got: `true, while ${keyText(port)} is set`,
      expected: "false for a service with a port: its requests end by themselves",
      fix: "remove it",
    },
  ];
}
