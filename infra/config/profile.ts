import type { LogRetentionDays } from "./accepted";

/** What a stack is for; a profile sets the defaults of everything that the stack file does not say. */
export const PROFILES = ["production", "staging", "development", "ephemeral"] as const;

export type Profile = (typeof PROFILES)[number];

/** The defaults that differ between profiles; those that do not are written in the section's own schema. */
export interface ProfileDefaults {
  /** Pulumi's own protection on everything that holds data. */
  protect: boolean;
  /** AWS's protection against deletion of the database and the load balancer. */
  deletionProtection: boolean;
  /** A standby in a second zone for database and cache. */
  multiZone: boolean;
  nat: "perZone" | "single" | "none";
  interfaceEndpoints: boolean;
  logRetentionDays: LogRetentionDays;
  /** Days after which a secret is made anew, or is overdue; 0 is never. */
  rotateAfterDays: number;
  backupRetentionDays: number;
  snapshotRetentionDays: number;
  /** Whether what AWS Backup takes can be deleted before its time. */
  backupLock: "governance" | "none";
  performanceInsights: boolean;
  /** Seconds between two measurements of the database's operating system; 0 is off. */
  monitoringInterval: 0 | 60;
  minimumTasks: number;
  taskCpu: number;
  taskMemory: number;
  databaseClass: string;
  cacheNodeType: string;
  /** A shell in running tasks (ECS Exec). */
  exec: boolean;
  /** Dashboards, which nobody looks at before there are users. */
  dashboards: boolean;
  priceClass: "PriceClass_All" | "PriceClass_200" | "PriceClass_100";
}

const production: ProfileDefaults = {
  protect: true,
  deletionProtection: true,
  multiZone: true,
  nat: "perZone",
  interfaceEndpoints: true,
  logRetentionDays: 30,
  rotateAfterDays: 90,
  backupRetentionDays: 35,
  snapshotRetentionDays: 7,
  backupLock: "governance",
  performanceInsights: true,
  monitoringInterval: 60,
  minimumTasks: 2,
  taskCpu: 1024,
  taskMemory: 2048,
  databaseClass: "db.r6g.large",
  cacheNodeType: "cache.r6g.large",
  exec: false,
  dashboards: true,
  priceClass: "PriceClass_All",
};

/** Production's shape, so that a release meets every part before production does, at a smaller size. */
const staging: ProfileDefaults = {
  ...production,
  backupRetentionDays: 7,
  snapshotRetentionDays: 1,
  databaseClass: "db.t4g.small",
  cacheNodeType: "cache.t4g.micro",
  priceClass: "PriceClass_100",
};

const development: ProfileDefaults = {
  ...staging,
  multiZone: false,
  nat: "single",
  interfaceEndpoints: false,
  logRetentionDays: 7,
  snapshotRetentionDays: 1,
  monitoringInterval: 0,
  minimumTasks: 1,
  exec: true,
  dashboards: false,
};

/** For a few hours or days: everything that would stand in the way of deleting it is off together. */
const ephemeral: ProfileDefaults = {
  ...development,
  protect: false,
  deletionProtection: false,
  logRetentionDays: 1,
  rotateAfterDays: 0,
  backupRetentionDays: 0,
  backupLock: "none",
  performanceInsights: false,
  taskCpu: 256,
  taskMemory: 512,
  databaseClass: "db.t4g.micro",
};

export const PROFILE_DEFAULTS: Readonly<Record<Profile, ProfileDefaults>> = {
  production,
  staging,
  development,
  ephemeral,
};
