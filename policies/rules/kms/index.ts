import type { Rule } from "../../kernel/rule";
import { kmsDeletionGuard } from "./kms-deletion-guard";
import { kmsKeyRotation } from "./kms-key-rotation";
import { kmsNoLockoutBypass } from "./kms-no-lockout-bypass";
import { kmsPolicyDefined } from "./kms-policy-defined";
import { kmsPolicyNotPublic } from "./kms-policy-not-public";

export const kmsRules: readonly Rule[] = [
  kmsKeyRotation,
  kmsPolicyNotPublic,
  kmsPolicyDefined,
  kmsDeletionGuard,
  kmsNoLockoutBypass,
];
