export { inOrderOfUse } from "./service-order";
export { kindOf, type ServiceKind, servicesOf } from "./service-kind";
export { readStackConfig } from "./read";
export {
  type BucketConfig,
  type CacheConfig,
  type CdnConfig,
  type DatabaseConfig,
  type FirewallConfig,
  type NetworkConfig,
  parseStackConfig,
  type ScheduleConfig,
  type SecretConfig,
  type ServiceConfig,
  type StackConfig,
} from "./stack-config";
export { type Problem, StackConfigError } from "./stack-config-error";
