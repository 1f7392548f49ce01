export { ImageReplication, type ImageReplicationArgs } from "./image-replication";
export { Repository, type RepositoryArgs } from "./repository";
export { ServiceImage, type ServiceImageArgs } from "./service-image";
