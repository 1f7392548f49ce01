import { at, type Check, type Fault } from "../draft";

// Alarm sets and log groups of the platform's own parts stand beside those of the services, under names made alike.
const TASKS = [
  "ingress",
  "database",
  "database-dump",
  "database-proxy",
  "backup",
  "cache",
  "canary",
  "pager-duty",
  "cdn",
  "firewall",
  "exec",
  "flow-logs",
  "mail",
  "models",
  "namespace",
  "redis-lists",
  "schedules",
  "egress",
  "dns-queries",
  "secrets",
];
const SECRETS = ["CACHE_AUTH_TOKEN", "PAGERDUTY_INTEGRATION_KEY"];

/** Services, scheduled tasks and secrets do not take the names of the platform's own parts. */
export const reservedNames: Check = ({
  sections: { services = {}, schedules = {}, secrets = {}, buckets = {}, queues = {}, files = {}, database },
}) => {
  const reserved = [
    ...TASKS,
    ...Object.keys(buckets).map((bucket) => `${bucket}-replication`),
    ...Object.keys(queues).map((queue) => `${queue}-queue`),
    ...Object.keys(files).map((name) => `${name}-files`),
    ...(database?.replicas ?? []).map((_, index) => `database-replica-${index + 1}`),
    ...Object.entries(services).flatMap(([name, { migrations }]) => (migrations ? [`${name}-migrations`] : [])),
  ];
  return [
    ...Object.keys(services).flatMap((name) => fault("services", name, reserved)),
    ...Object.keys(schedules).flatMap((name) => fault("schedules", name, reserved)),
    ...Object.keys(secrets).flatMap((name) => fault("secrets", name, SECRETS)),
  ];
};

function fault(section: "services" | "schedules" | "secrets", name: string, reserved: string[]): Fault[] {
  if (!reserved.includes(name)) return [];
  return [
    {
      path: at(section, name),
      involves: [],
      got: `the name ${name}, which belongs to the platform`,
      expected: `a name other than ${reserved.join(", ")}`,
      fix: "rename it, for example after what it does",
    },
  ];
}
