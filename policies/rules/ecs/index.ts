import type { Rule } from "../../kernel/rule";
import { ecsAwsvpcNetworkMode } from "./ecs-awsvpc-network-mode";
import { ecsCapacityProviderProtection } from "./ecs-capacity-provider-protection";
import { ecsCircuitBreaker } from "./ecs-circuit-breaker";
import { ecsContainerInsights } from "./ecs-container-insights";
import { ecsContainerLogging } from "./ecs-container-logging";
import { ecsContainerNotPrivileged } from "./ecs-container-not-privileged";
import { ecsDropCapabilities } from "./ecs-drop-capabilities";
import { ecsEfsTransitEncryption } from "./ecs-efs-transit-encryption";
import { ecsExecLogged } from "./ecs-exec-logged";
import { ecsFargateStorageCmk } from "./ecs-fargate-storage-cmk";
import { ecsImagePinned } from "./ecs-image-pinned";
import { ecsLinuxNonRootUser } from "./ecs-linux-non-root-user";
import { ecsMinTwoTasks } from "./ecs-min-two-tasks";
import { ecsNoHostPid } from "./ecs-no-host-pid";
import { ecsNoSecretsInEnv } from "./ecs-no-secrets-in-env";
import { ecsPlatformLatest } from "./ecs-platform-latest";
import { ecsPrivateSubnetsOnly } from "./ecs-private-subnets-only";
import { ecsReadonlyRootFs } from "./ecs-readonly-root-fs";
import { ecsScheduledTaskNoPublicIp } from "./ecs-scheduled-task-no-public-ip";
import { ecsServiceNoPublicIp } from "./ecs-service-no-public-ip";
import { ecsTaskAndExecutionRoleDiffer } from "./ecs-task-and-execution-role-differ";
import { ecsTasksetNoPublicIp } from "./ecs-taskset-no-public-ip";
import { ecsWindowsNonAdminUser } from "./ecs-windows-non-admin-user";

export const ecsRules: readonly Rule[] = [
  ecsAwsvpcNetworkMode,
  ecsCapacityProviderProtection,
  ecsCircuitBreaker,
  ecsContainerInsights,
  ecsContainerLogging,
  ecsContainerNotPrivileged,
  ecsDropCapabilities,
  ecsEfsTransitEncryption,
  ecsExecLogged,
  ecsFargateStorageCmk,
  ecsImagePinned,
  ecsLinuxNonRootUser,
  ecsMinTwoTasks,
  ecsNoHostPid,
  ecsNoSecretsInEnv,
  ecsPlatformLatest,
  ecsPrivateSubnetsOnly,
  ecsReadonlyRootFs,
  ecsScheduledTaskNoPublicIp,
  ecsServiceNoPublicIp,
  ecsTaskAndExecutionRoleDiffer,
  ecsTasksetNoPublicIp,
  ecsWindowsNonAdminUser,
];
