import type { StackFileContent } from "../../engine/workspace";
import { set } from "./stack-files";

type Config = StackFileContent["config"];

/** What people change in a stack file in the course of a year. */
export interface OrdinaryChange {
  name: string;
  edit: (config: Config) => void;
  /**
   * What has to be given up by its name before: it holds data, or stands in a component that does. The language host that
   * Go modules give passes no `protect: false` on, so that parts without data are among them.
   */
  unprotect?: string[];
}

const api = (config: Config): Config => config["platform:services"].api;

/** One after the other on the dev stack, so that each meets what those before it left. */
export const ordinaryChanges: OrdinaryChange[] = [
  {
    name: "a new image digest",
    edit: (config) => (api(config).image = { digest: `sha256:${"a".repeat(64)}` }),
  },
  { name: "scaling bounds", edit: (config) => (api(config).scaling = { min: 2, max: 4 }) },
  { name: "an environment variable", edit: (config) => (api(config).environment.LOG_LEVEL = "info") },
  { name: "another health check", edit: (config) => (api(config).health.path = "/health/live") },
  { name: "larger tasks", edit: (config) => (api(config).size = { cpu: 2048, memory: 4096 }) },
  {
    name: "a new service",
    edit: (config) =>
      set(config, "platform:services", {
        admin: {
          image: { tag: "v1" },
          port: 9000,
          paths: ["/admin/*"],
          health: { path: "/healthz" },
          uses: { database: true },
        },
      }),
  },
  {
    name: "a service that uses the cache too",
    edit: (config) => (config["platform:services"].admin.uses.cache = true),
  },
  {
    name: "a removed service",
    edit: (config) => delete config["platform:services"].admin,
    unprotect: [
      "aws:ecr/repository:Repository admin-repository",
      "aws:ecr/lifecyclePolicy:LifecyclePolicy admin-repository-lifecycle",
      "platform:index:Repository admin-repository",
    ],
  },
  { name: "a bigger database", edit: (config) => set(config, "platform:database", { class: "db.t3.medium" }) },
  { name: "more storage", edit: (config) => set(config, "platform:database", { storage: 50 }) },
  { name: "longer backups", edit: (config) => (config["platform:database"].backup.retentionDays = 14) },
  {
    name: "a parameter of the database",
    edit: (config) => set(config, "platform:database", { parameters: { log_min_duration_statement: "500" } }),
  },
  {
    name: "the next major version of PostgreSQL",
    edit: (config) => set(config, "platform:database", { version: "18" }),
    unprotect: ["aws:rds/parameterGroup:ParameterGroup database-postgres17"],
  },
  { name: "a standby database", edit: (config) => set(config, "platform:database", { multiZone: true }) },
  { name: "larger cache nodes", edit: (config) => set(config, "platform:cache", { nodeType: "cache.t3.small" }) },
  {
    name: "a cache for sessions",
    edit: (config) => set(config, "platform:cache", { purpose: "session" }),
  },
  {
    name: "a certificate for one more name",
    edit: (config) => set(config, "platform:domain", { alternativeNames: ["www.dev.example.com"] }),
  },
  { name: "another log retention", edit: (config) => set(config, "platform:logs", { retentionDays: 30 }) },
  { name: "a new bucket", edit: (config) => set(config, "platform:buckets", { uploads: {} }) },
  {
    name: "a bucket that forgets",
    edit: (config) => set(config, "platform:buckets", { exports: { lifecycle: { expireAfterDays: 90 } } }),
  },
  {
    name: "a second region",
    edit: (config) => set(config, "platform:buckets", { documents: { replication: { region: "us-west-2" } } }),
  },
  {
    name: "a generated secret",
    edit: (config) => {
      set(config, "platform:secrets", { SESSION_KEY: { description: "Signs sessions", generate: { length: 64 } } });
      api(config).uses.secrets.push("SESSION_KEY");
    },
  },
  {
    name: "another address for alarms",
    edit: (config) => set(config, "platform:alarms", { emails: ["on-call@example.com"] }),
  },
  { name: "another tag", edit: (config) => set(config, "platform:tags", { team: "papers" }) },
  {
    name: "an added zone",
    edit: ({ "platform:network": network }) => {
      network.availabilityZones.push("us-east-1c");
      network.subnets.public.push("10.0.2.0/24");
      network.subnets.private.push("10.0.12.0/24");
    },
  },
  { name: "a NAT gateway per zone", edit: (config) => set(config, "platform:network", { nat: "perZone" }) },
  { name: "interface endpoints", edit: (config) => set(config, "platform:network", { interfaceEndpoints: true }) },
  { name: "a firewall", edit: (config) => set(config, "platform:firewall", {}) },
  // A CDN moves the load balancer out of the internet, which makes another one, and AWS keeps one that is protected.
  {
    name: "a load balancer that may go",
    edit: (config) => set(config, "platform:loadBalancer", { deletionProtection: false }),
  },
  { name: "a CDN", edit: (config) => set(config, "platform:cdn", {}) },
  { name: "a removed CDN", edit: (config) => delete config["platform:cdn"] },
];

/** Each would lose data, and is refused for a resource of that name: the first one that would go. */
export const losses: { name: string; edit: (config: Config) => void; resource: RegExp }[] = [
  {
    name: "a renamed bucket role",
    edit: ({ "platform:buckets": buckets, "platform:services": services }) => {
      buckets.papers = buckets.exports;
      delete buckets.exports;
      services.api.uses.buckets = ["documents", "papers", "backups"];
    },
    resource: /^aws:s3\/bucket\w*:\w+ exports/,
  },
  {
    name: "another name of the database",
    edit: (config) => set(config, "platform:database", { name: "renamed" }),
    resource: /^aws:rds\/instance:Instance database$/,
  },
  {
    name: "another master user",
    edit: (config) => set(config, "platform:database", { username: "renamed" }),
    resource: /^aws:rds\/instance:Instance database$/,
  },
  {
    name: "no database",
    edit: (config) => {
      delete config["platform:database"];
      delete api(config).uses.database;
      delete api(config).migrations;
    },
    resource: /^aws:rds\/instance:Instance database$/,
  },
  {
    name: "no cache",
    edit: (config) => {
      delete config["platform:cache"];
      delete api(config).uses.cache;
    },
    resource: /^aws:elasticache\/replicationGroup:ReplicationGroup cache$/,
  },
  {
    name: "a removed secret",
    edit: (config) => {
      delete config["platform:secrets"].SECRET_KEY;
      const { uses } = api(config);
      uses.secrets = uses.secrets.filter((name: string) => name !== "SECRET_KEY");
    },
    resource: / secret-key/,
  },
  {
    name: "another length of a generated secret",
    edit: (config) => (config["platform:secrets"].SECRET_KEY.generate.length = 32),
    resource: /^random:index\/randomPassword:RandomPassword secret-key-value$/,
  },
  {
    name: "another application's name",
    edit: (config) => (config["platform:application"] = "renamed"),
    resource: /^aws:s3\/bucket:Bucket documents$/,
  },
];
