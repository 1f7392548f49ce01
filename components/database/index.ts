export { type DatabaseBackup, type PostgresDatabaseArgs } from "./postgres-args";
export { PostgresDatabase } from "./postgres-database";
