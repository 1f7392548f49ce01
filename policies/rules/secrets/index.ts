import type { Rule } from "../../kernel/rule";
import { noPlaintextCredentials } from "./no-plaintext-credentials";
import { secretPolicyNotPublic } from "./secret-policy-not-public";

export const secretsRules: readonly Rule[] = [secretPolicyNotPublic, noPlaintextCredentials];
