import { at, type Check, type Fault } from "../draft";

// Alarm sets and log groups of the platform's own parts stand beside those of the services, under names made alike.
const SERVICES = [
  "ingress",
  "database",
  "database-proxy",
  "backup",
  "cache",
  "canary",
  "cdn",
  "firewall",
  "exec",
  "flow-logs",
  "mail",
  "models",
  "secrets",
];
const SECRETS = ["CACHE_AUTH_TOKEN"];

/** Services and secrets do not take the names of the platform's own parts. */
export const reservedNames: Check = ({
  sections: { services = {}, secrets = {}, buckets = {}, files = {}, database },
}) => {
  const replications = Object.keys(buckets).map((bucket) => `${bucket}-replication`);
  const fileSystems = Object.keys(files).map((name) => `${name}-files`);
  const replicas = (database?.replicas ?? []).map((_, index) => `database-replica-${index + 1}`);
  const reserved = [...SERVICES, ...replications, ...fileSystems, ...replicas];
  return [
    ...Object.keys(services).flatMap((name) => fault("services", name, reserved)),
    ...Object.keys(secrets).flatMap((name) => fault("secrets", name, SECRETS)),
  ];
};

function fault(section: "services" | "secrets", name: string, reserved: string[]): Fault[] {
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
