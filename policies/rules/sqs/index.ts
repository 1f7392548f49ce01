import type { Rule } from "../../kernel/rule";
import { sqsEncrypted } from "./sqs-encrypted";
import { sqsPolicyNotPublic } from "./sqs-policy-not-public";

export const sqsRules: readonly Rule[] = [sqsEncrypted, sqsPolicyNotPublic];
