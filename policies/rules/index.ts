import type { Rule } from "../kernel/rule";
import { ecsServiceNoPublicIp } from "./ecs/ecs-service-no-public-ip";
import { kmsPolicyNotPublic } from "./kms/kms-policy-not-public";
import { vpcDefaultSgClosed } from "./vpc/vpc-default-sg-closed";

/** Every rule of the pack, by service. */
export const rules: readonly Rule[] = [ecsServiceNoPublicIp, kmsPolicyNotPublic, vpcDefaultSgClosed];
