export { BackupReplication, type BackupReplicationArgs } from "./backup-replication";
export { type DatabaseBackup, type PostgresDatabaseArgs } from "./postgres-args";
export { PostgresDatabase } from "./postgres-database";
export { ReadReplica, type ReadReplicaArgs } from "./read-replica";
export { type DatabaseRestore } from "./restore";
