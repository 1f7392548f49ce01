import { set, users } from "./stack-edits";
import type { Config } from "./stack-files";

/** A change that would lose data. */
export interface Loss {
  name: string;
  /** The stacks that have something of it to lose; all, where it is not given. */
  where?: (config: Config) => boolean;
  edit: (config: Config) => void;
  /** The first resource that would go, which the preview refuses. */
  resource: (config: Config) => RegExp;
}

/** The sections in which a bucket is called by its role. */
const NAME_BUCKETS = ["buckets", "services", "schedules", "cdn", "database"].map((section) => `platform:${section}`);

/** The last of the buckets that belong to the stack. */
const ownBucket = ({ "platform:buckets": buckets }: Config): string =>
  Object.keys(buckets)
    .filter((role) => !buckets[role].existing)
    .at(-1) ?? "";

const generated = ({ "platform:secrets": secrets = {} }: Config): string | undefined =>
  Object.keys(secrets).find((name) => secrets[name].generate);

/** The logical name of a secret: `secret-key` of `SECRET_KEY`. */
const logicalName = (secret = ""): string => secret.toLowerCase().replaceAll("_", "-");

// A restored database has its name and its user from the one that it is a copy of.
const isRestored = (config: Config): boolean => "restoreFrom" in config["platform:database"];

// Its replicas and its backups elsewhere go before it.
const DATABASE = /^aws:rds\/\w+:\w+ database/;

export const losses: Loss[] = [
  {
    name: "a renamed bucket role",
    edit: (config) => {
      const role = ownBucket(config);
      for (const key of NAME_BUCKETS.filter((each) => each in config)) {
        config[key] = JSON.parse(JSON.stringify(config[key]).replaceAll(`"${role}"`, '"renamed"'));
      }
    },
    resource: (config) => new RegExp(`^aws:s3/bucket\\w*:\\w+ ${ownBucket(config)}`),
  },
  {
    name: "another name of the database",
    where: (config) => !isRestored(config),
    edit: (config) => set(config, "platform:database", { name: "renamed" }),
    resource: () => DATABASE,
  },
  {
    name: "another master user",
    where: (config) => !isRestored(config),
    edit: (config) => set(config, "platform:database", { username: "renamed" }),
    resource: () => DATABASE,
  },
  {
    name: "no database",
    edit: (config) => {
      delete config["platform:database"];
      if (!("platform:files" in config)) delete config["platform:backup"];
      users(config).forEach((user) => {
        delete user.uses?.database;
        delete user.migrations;
      });
    },
    resource: () => DATABASE,
  },
  {
    name: "no cache",
    where: (config) => "platform:cache" in config,
    edit: (config) => {
      delete config["platform:cache"];
      users(config).forEach(({ uses, scaling }) => {
        delete uses?.cache;
        if (scaling?.backlog?.redisList) delete scaling.backlog;
      });
    },
    resource: () => /^aws:elasticache\/replicationGroup:ReplicationGroup cache$/,
  },
  {
    name: "a removed secret",
    where: (config) => generated(config) !== undefined,
    edit: (config) => {
      const secret = generated(config) ?? "";
      Reflect.deleteProperty(config["platform:secrets"], secret);
      users(config).forEach(({ uses }) => {
        if (uses?.secrets) uses.secrets = uses.secrets.filter((name: string) => name !== secret);
      });
    },
    resource: (config) => new RegExp(` ${logicalName(generated(config))}`),
  },
  {
    name: "another length of a generated secret",
    where: (config) => generated(config) !== undefined,
    edit: (config) => (config["platform:secrets"][generated(config) ?? ""].generate.length = 32),
    resource: (config) =>
      new RegExp(`^random:index/randomPassword:RandomPassword ${logicalName(generated(config))}-value$`),
  },
  {
    name: "another application's name",
    edit: (config) => (config["platform:application"] = "renamed"),
    resource: () => /^aws:s3\/bucket:Bucket /,
  },
];

/** What a stack could lose. */
export const lossesOf = (config: Config): Loss[] => losses.filter(({ where }) => where?.(config) ?? true);
