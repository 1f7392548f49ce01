import type { z } from "zod";
import type { ProfileDefaults } from "./profile";
import { alarmsSchema } from "./sections/alarms";
import { backupSchema } from "./sections/backup";
import { bucketsSchema } from "./sections/bucket";
import { budgetSchema } from "./sections/budget";
import { cacheSchema } from "./sections/cache";
import { canarySchema } from "./sections/canary";
import { cdnSchema } from "./sections/cdn";
import { dashboardsSchema } from "./sections/dashboards";
import { databaseSchema } from "./sections/database/database";
import { domainSchema } from "./sections/domain";
import { filesSchema } from "./sections/files";
import { economySchema } from "./sections/economy";
import { egressSchema } from "./sections/egress";
import { firewallSchema } from "./sections/firewall";
import {
  accountSchema,
  applicationSchema,
  profileSchema,
  protectSchema,
  reasonsSchema,
  tagsSchema,
} from "./sections/general";
import { loadBalancerSchema } from "./sections/load-balancer";
import { logsSchema } from "./sections/logs";
import { mailSchema } from "./sections/mail";
import { modelsSchema } from "./sections/model";
import { networkSchema } from "./sections/network";
import { queuesSchema } from "./sections/queue";
import { recoverySchema } from "./sections/recovery";
import { secretsSchema } from "./sections/secret";
import { schedulesSchema } from "./sections/schedule";
import { securityHeadersSchema } from "./sections/security-headers";
import { servicesSchema } from "./sections/service/service";

/** The schema of each key of the `platform` namespace, with the defaults of one profile. */
export function sectionSchemas(defaults: ProfileDefaults) {
  return {
    account: accountSchema,
    application: applicationSchema,
    profile: profileSchema,
    protect: protectSchema(defaults),
    tags: tagsSchema,
    domain: domainSchema,
    network: networkSchema(defaults),
    services: servicesSchema(defaults),
    schedules: schedulesSchema(defaults),
    database: databaseSchema(defaults),
    cache: cacheSchema(defaults),
    buckets: bucketsSchema,
    queues: queuesSchema,
    files: filesSchema,
    backup: backupSchema(defaults),
    secrets: secretsSchema(defaults),
    models: modelsSchema,
    mail: mailSchema,
    egress: egressSchema,
    cdn: cdnSchema(defaults),
    firewall: firewallSchema,
    securityHeaders: securityHeadersSchema,
    loadBalancer: loadBalancerSchema(defaults),
    alarms: alarmsSchema,
    canary: canarySchema,
    budget: budgetSchema,
    dashboards: dashboardsSchema(defaults),
    logs: logsSchema(defaults),
    recovery: recoverySchema,
    economy: economySchema,
    reasons: reasonsSchema,
  };
}

export type SectionSchemas = ReturnType<typeof sectionSchemas>;

export type SectionName = keyof SectionSchemas;

/** What the sections give once they are read. */
export type Sections = { [Name in SectionName]: z.output<SectionSchemas[Name]> };
