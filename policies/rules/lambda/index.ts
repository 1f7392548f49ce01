import type { Rule } from "../../kernel/rule";
import { lambdaNoSecretsInEnv } from "./lambda-no-secrets-in-env";
import { lambdaPermissionNotPublic } from "./lambda-permission-not-public";

export const lambdaRules: readonly Rule[] = [lambdaNoSecretsInEnv, lambdaPermissionNotPublic];
