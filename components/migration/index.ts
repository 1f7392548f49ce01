export { Migration, type MigrationArgs } from "./migration";
