import { SecretsManager } from "@aws-sdk/client-secrets-manager";
import { messenger } from "./messenger.mjs";

const secrets = new SecretsManager();

export const handler = messenger({
  eventsUrl: process.env.EVENTS_URL,
  readKey: async () => (await secrets.getSecretValue({ SecretId: process.env.SECRET_ARN })).SecretString,
});
