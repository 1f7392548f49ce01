export { backupNotices, type BackupNoticesArgs } from "./backup-notices";
export { databaseNotices, type DatabaseNoticesArgs } from "./database-notices";
export type { EventNotice } from "./event-notice";
export { EventNotices, type EventNoticesArgs } from "./event-notices";
export { repositoryNotices, type RepositoryNoticesArgs } from "./repository-notices";
export { serviceNotices, type ServiceNoticesArgs } from "./service-notices";
