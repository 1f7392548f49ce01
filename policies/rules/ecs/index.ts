import type { Rule } from "../../kernel/rule";
import { ecsContainerLogging } from "./ecs-container-logging";
import { ecsContainerNotPrivileged } from "./ecs-container-not-privileged";
import { ecsNoHostPid } from "./ecs-no-host-pid";
import { ecsNoSecretsInEnv } from "./ecs-no-secrets-in-env";
import { ecsPrivateSubnetsOnly } from "./ecs-private-subnets-only";
import { ecsReadonlyRootFs } from "./ecs-readonly-root-fs";
import { ecsScheduledTaskNoPublicIp } from "./ecs-scheduled-task-no-public-ip";
import { ecsServiceNoPublicIp } from "./ecs-service-no-public-ip";
import { ecsTasksetNoPublicIp } from "./ecs-taskset-no-public-ip";

export const ecsRules: readonly Rule[] = [
  ecsContainerLogging,
  ecsContainerNotPrivileged,
  ecsNoHostPid,
  ecsNoSecretsInEnv,
  ecsPrivateSubnetsOnly,
  ecsReadonlyRootFs,
  ecsScheduledTaskNoPublicIp,
  ecsServiceNoPublicIp,
  ecsTasksetNoPublicIp,
];
