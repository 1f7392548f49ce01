import type { Rule } from "../../kernel/rule";
import { kmsDeletionGuard } from "./kms-deletion-guard";
import { kmsPolicyNotPublic } from "./kms-policy-not-public";

export const kmsRules: readonly Rule[] = [kmsPolicyNotPublic, kmsDeletionGuard];
