import type { Rule } from "../../kernel/rule";
import { ecrPolicyNotPublic } from "./ecr-policy-not-public";
import { ecrScanOnPush } from "./ecr-scan-on-push";

export const ecrRules: readonly Rule[] = [ecrPolicyNotPublic, ecrScanOnPush];
