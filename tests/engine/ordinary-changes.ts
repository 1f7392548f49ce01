import { dataOfService, EDGE_KEY, FIREWALL_LOG } from "./given-up";
import { addCdn, front, letLoadBalancerGo, removeCdn, set } from "./stack-edits";
import type { Config } from "./stack-files";

/** What people change in a stack file in the course of a year. */
export interface OrdinaryChange {
  name: string;
  /** The stacks that it is made in; all, where it is not given. */
  where?: (config: Config) => boolean;
  edit: (config: Config) => void;
  /**
   * What is given up by its name before: it holds data, or stands in a component that does. The language host that Go
   * modules give passes no `protect: false` on, so that parts without data are among them.
   */
  givesUp?: (config: Config) => string[];
}

const has =
  (section: string) =>
  (config: Config): boolean =>
    `platform:${section}` in config;
const isDevelopment = (config: Config): boolean => config["platform:profile"] === "development";

const SIZES = ["micro", "small", "medium", "large", "xlarge", "2xlarge"];

/** `db.t4g.micro` → `db.t4g.small` */
function larger(type: string): string {
  const size = type.split(".").at(-1) ?? "";
  return type.replace(/[^.]+$/, SIZES[SIZES.indexOf(size) + 1] ?? "");
}

const majorVersion = (config: Config): number => Number(config["platform:database"].version ?? 17);

/** A region beside the stack's own, on the same continent. */
function nearby(region: string): string {
  const [continent = ""] = region.split("-");
  const choices = ["us-west-2", "us-east-1", "eu-west-1", "eu-central-1", "ap-southeast-1", "ap-south-1"];
  return choices.find((choice) => choice.startsWith(continent) && choice !== region) ?? "";
}

const digestOf = (digit: string): string => `sha256:${digit.repeat(64)}`;

/** One after the other on each stack, so that each meets what those before it left. */
export const ordinaryChanges: OrdinaryChange[] = [
  {
    name: "a new image digest",
    edit: (config) => {
      const { repository } = front(config).image;
      front(config).image = { ...(repository && { repository }), digest: digestOf("a") };
    },
  },
  {
    name: "scaling bounds",
    edit: (config) => {
      const { scaling } = front(config);
      Object.assign(scaling, { min: scaling.min + 1, max: scaling.max + 2 });
    },
  },
  { name: "another health check", edit: (config) => (front(config).health.path = "/health/alive") },
  {
    name: "larger tasks with another environment",
    edit: (config) => {
      const { cpu, memory } = front(config).size;
      front(config).size = { cpu: 2 * cpu, memory: 2 * memory };
      set(front(config), "environment", { LOG_LEVEL: "warn" });
    },
  },
  {
    name: "a new service and its worker",
    edit: (config) => {
      const uses = { database: true, ...("platform:cache" in config && { cache: true }) };
      set(config, "platform:services", {
        admin: {
          image: { digest: digestOf("b") },
          port: 9000,
          paths: ["/admin/*"],
          health: { path: "/healthz" },
          uses,
        },
        importer: { image: { digest: digestOf("c") }, uses },
      });
    },
  },
  {
    name: "a removed worker",
    edit: (config) => delete config["platform:services"].importer,
    givesUp: () => dataOfService("importer"),
  },
  {
    name: "a removed service",
    edit: (config) => delete config["platform:services"].admin,
    givesUp: () => dataOfService("admin"),
  },
  {
    name: "a scheduled task",
    edit: (config) => {
      const [service] = Object.keys(config["platform:services"]);
      set(config, "platform:schedules", {
        "clean-up": { service, command: ["clean-up"], cron: "0 2 ? * * *", uses: {} },
      });
    },
  },
  {
    name: "a bigger database",
    edit: ({ "platform:database": database }) => {
      database.class = larger(database.class);
      database.storage += 30;
    },
  },
  {
    name: "other settings of the database",
    edit: ({ "platform:database": database }) => {
      set(database, "backup", { retentionDays: 14 });
      database.parameters = { log_min_duration_statement: "500" };
    },
  },
  {
    name: "the next major version of PostgreSQL",
    edit: (config) => set(config, "platform:database", { version: String(majorVersion(config) + 1) }),
    givesUp: (config) => [`aws:rds/parameterGroup:ParameterGroup database-postgres${majorVersion(config)}`],
  },
  {
    name: "a standby database",
    where: isDevelopment,
    edit: (config) => set(config, "platform:database", { multiZone: true }),
  },
  {
    name: "larger cache nodes",
    where: has("cache"),
    edit: ({ "platform:cache": cache }) => (cache.nodeType = larger(cache.nodeType)),
  },
  {
    name: "a cache for something else",
    where: has("cache"),
    edit: ({ "platform:cache": cache }) => (cache.purpose = cache.purpose === "session" ? "cache" : "session"),
  },
  {
    name: "a certificate for one more name",
    edit: ({ "platform:domain": domain }) =>
      (domain.alternativeNames = [...(domain.alternativeNames ?? []), `portal.${domain.zone}`]),
  },
  { name: "another log retention", edit: (config) => set(config, "platform:logs", { retentionDays: 60 }) },
  { name: "a new bucket", edit: (config) => set(config, "platform:buckets", { papers: {} }) },
  {
    name: "a bucket that forgets, with a copy in a second region",
    edit: ({ "platform:buckets": buckets, "aws:region": region }) =>
      set(buckets, "papers", { lifecycle: { expireAfterDays: 90 }, replication: { region: nearby(region) } }),
  },
  {
    name: "a generated secret",
    edit: (config) => {
      set(config, "platform:secrets", { LINK_KEY: { description: "Signs links", generate: { length: 64 } } });
      const { uses } = front(config);
      uses.secrets = [...(uses.secrets ?? []), "LINK_KEY"];
    },
  },
  {
    name: "another address for alarms",
    edit: (config) => set(config, "platform:alarms", { emails: ["at-night@example.com"] }),
  },
  { name: "another tag", edit: (config) => set(config, "platform:tags", { team: "papers" }) },
  {
    name: "an added zone",
    where: ({ "platform:network": network }) => network.availabilityZones.length === 2,
    edit: ({ "platform:network": network }) => {
      network.availabilityZones.push(network.availabilityZones[0].replace(/.$/, "c"));
      network.subnets?.public.push("10.0.2.0/24");
      network.subnets?.private.push("10.0.12.0/24");
    },
  },
  {
    name: "a NAT gateway per zone",
    where: isDevelopment,
    edit: (config) => set(config, "platform:network", { nat: "perZone" }),
  },
  {
    name: "interface endpoints",
    where: isDevelopment,
    edit: (config) => set(config, "platform:network", { interfaceEndpoints: true }),
  },
  {
    name: "a firewall",
    where: (config) => !has("firewall")(config),
    edit: (config) => set(config, "platform:firewall", {}),
  },
  {
    name: "a firewall that lets less through",
    where: (config) => config["platform:firewall"]?.rateLimit !== undefined,
    edit: (config) => set(config, "platform:firewall", { rateLimit: 1000 }),
  },
  // A CDN moves the load balancer out of the internet, which makes another one, and AWS keeps one that is protected.
  { name: "a load balancer that may go", edit: letLoadBalancerGo },
  { name: "no CDN", where: has("cdn"), edit: removeCdn, givesUp: () => [...FIREWALL_LOG, ...EDGE_KEY] },
  { name: "a CDN", edit: addCdn, givesUp: () => FIREWALL_LOG },
];

/** The changes that a stack meets, in their order. */
export function changesOf(config: Config): OrdinaryChange[] {
  const state = structuredClone(config);
  return ordinaryChanges.filter(({ where, edit }) => {
    if (where && !where(state)) return false;
    edit(state);
    return true;
  });
}
