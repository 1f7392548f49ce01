export { InternalService } from "./internal-service";
export type { InternalServiceArgs } from "./internal-service-args";
export { PrivateNamespace, type PrivateNamespaceArgs } from "./private-namespace";
