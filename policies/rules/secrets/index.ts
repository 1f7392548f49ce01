import type { Rule } from "../../kernel/rule";
import { noPlaintextCredentials } from "./no-plaintext-credentials";
import { secretKmsCmk } from "./secret-kms-cmk";
import { secretPolicyNotPublic } from "./secret-policy-not-public";
import { secretRecoveryWindow } from "./secret-recovery-window";
import { secretRotationEnabled } from "./secret-rotation-enabled";
import { secretRotationPeriod } from "./secret-rotation-period";
import { secretValueWriteOnly } from "./secret-value-write-only";
import { ssmParameterSecure } from "./ssm-parameter-secure";

export const secretsRules: readonly Rule[] = [
  secretRotationEnabled,
  secretRotationPeriod,
  secretKmsCmk,
  secretPolicyNotPublic,
  secretRecoveryWindow,
  secretValueWriteOnly,
  noPlaintextCredentials,
  ssmParameterSecure,
];
