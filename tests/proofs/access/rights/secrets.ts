import { type Call, on } from "../call";
import { keyCalls, throughSecretsManager } from "../key-calls";
import { keyArn, type Scope } from "../scope";
import type { Right } from "./right";

export const secrets: Right = {
  execution: (scope) => scope.task.uses.secrets.flatMap((name) => readSecret(placeOf(scope, name))),
};

/** A secret and the key that it is encrypted with. */
export interface SecretPlace {
  arn: string;
  key: string;
}

/** What reads the value of a secret. */
export const readSecret = ({ arn, key }: SecretPlace): Call[] => [
  ...on(arn, "secretsmanager:GetSecretValue"),
  ...keyCalls(key, throughSecretsManager(key, arn), "Decrypt"),
];

/** The secret that the stack file calls so, made here or by another stack. */
export function placeOf({ stack, names }: Pick<Scope, "stack" | "names">, name: string): SecretPlace {
  const { existing, mode } = stack.config.secrets[name] ?? {};
  if (existing) return { arn: existing.arn, key: existing.kmsKeyArn };
  const path = names.secret(name, mode);
  const secret = stack.all("aws:secretsmanager/secret:Secret").find(({ props }) => props.name === path);
  if (!secret) throw new Error(`the stack has no secret ${path}`);
  return { arn: secret.props.arn, key: keyArn(stack, "secrets") };
}
