import { SecretsManager } from "@aws-sdk/client-secrets-manager";
import { rotator } from "./rotate.mjs";

export const handler = rotator(new SecretsManager());
