import type { Subject } from "../../kernel/subject";
import type { Value } from "../../kernel/value";

export const REPLICATION_GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
export const CLUSTER = "aws:elasticache/cluster:Cluster";
export const SERVERLESS_CACHE = "aws:elasticache/serverlessCache:ServerlessCache";

/** Whether a cluster is a further member of a replication group, which then owns its network and its backups. */
export const isMember = ({ type, props }: Subject): boolean =>
  type === CLUSTER && props.at("replicationGroupId").isSet();

/** Memcached has neither users nor, on clusters, backups. */
export const isMemcached = ({ props }: Subject): boolean => props.at("engine").string()?.toLowerCase() === "memcached";

export const isValkey = (cache: Value): boolean => cache.at("engine").string()?.toLowerCase() === "valkey";

/** Whether a replication group copies another one of a global datastore, from which it has its settings. */
export const isSecondary = (group: Value): boolean => group.at("globalReplicationGroupId").isSet();
