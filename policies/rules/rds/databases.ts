import type { Value } from "../../kernel/value";

export const INSTANCE = "aws:rds/instance:Instance";
export const CLUSTER = "aws:rds/cluster:Cluster";
export const CLUSTER_INSTANCE = "aws:rds/clusterInstance:ClusterInstance";

/** The engine in lower case; replicas and restored databases leave it out and have their source's. */
export const engineOf = (database: Value): string | undefined => database.at("engine").string()?.toLowerCase();

/** Whether a database copies another one, which owns what they have in common. */
export const isReplica = (database: Value): boolean =>
  database.at("replicateSourceDb").isSet() || database.at("replicationSourceIdentifier").isSet();

/** Whether a cluster makes its instances itself, one in each of three zones: a Multi-AZ DB cluster, not Aurora. */
export const makesInstances = (cluster: Value): boolean => cluster.at("dbClusterInstanceClass").isSet();
