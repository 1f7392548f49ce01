import type { ServiceConfig } from "../config";
import { bucketsGrant } from "./buckets";
import { cacheGrant } from "./cache";
import { databaseGrant } from "./database";
import { endpointsGrant } from "./endpoints";
import { filesGrant } from "./files";
import { type Grant, together } from "./grant";
import { mailGrant } from "./mail";
import { modelsGrant } from "./models";
import { queuesGrant } from "./queues";
import { secretsGrant } from "./secrets";
import { servicesGrant } from "./services";
import type { Surroundings } from "./surroundings";

export type { Surroundings } from "./surroundings";

/** Everything that a task gets for what the stack file says it uses. */
export function grantOf(uses: ServiceConfig["uses"], surroundings: Surroundings): Required<Grant> {
  return together([
    { environment: { AWS_REGION: surroundings.config.region } },
    bucketsGrant(uses.buckets, surroundings),
    servicesGrant(uses.services, surroundings),
    queuesGrant(uses.queues, surroundings),
    secretsGrant(uses.secrets, surroundings),
    modelsGrant(uses.models, surroundings),
    ...(uses.database ? [databaseGrant(surroundings)] : []),
    ...(uses.mail ? [mailGrant(surroundings)] : []),
    ...(uses.cache ? [cacheGrant(surroundings)] : []),
    filesGrant(uses.files, surroundings),
    endpointsGrant(surroundings),
  ]);
}
