import type { Rule } from "../../kernel/rule";
import { ecrKmsCmk } from "./ecr-kms-cmk";
import { ecrLifecyclePolicy } from "./ecr-lifecycle-policy";
import { ecrNoForceDelete } from "./ecr-no-force-delete";
import { ecrPolicyNotPublic } from "./ecr-policy-not-public";
import { ecrScanOnPush } from "./ecr-scan-on-push";
import { ecrTagImmutable } from "./ecr-tag-immutable";

export const ecrRules: readonly Rule[] = [
  ecrKmsCmk,
  ecrLifecyclePolicy,
  ecrNoForceDelete,
  ecrPolicyNotPublic,
  ecrScanOnPush,
  ecrTagImmutable,
];
