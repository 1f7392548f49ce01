import * as pulumi from "@pulumi/pulumi";
import type { ServiceConfig, StackConfig } from "./config";
import type { Data } from "./layers/data";
import type { Foundation } from "./layers/foundation";

export interface ContainerEnvironment {
  environment: { [name: string]: pulumi.Input<string> };
  /** Names of variables with the ARN of what ECS puts there when it starts the task. */
  secrets: { [name: string]: pulumi.Input<string> };
  /** What the execution role must be able to read for that. */
  secretSources: { secretArn: pulumi.Input<string>; kmsKeyArn: pulumi.Input<string> }[];
}

/**
 * The variables of a container: what the stack file says, where its buckets, database and cache are, and its secrets by
 * reference. A value that is secret is never part of a task definition.
 */
export function containerEnvironment(
  { environment, uses }: ServiceConfig,
  config: StackConfig,
  { names, keys }: Foundation,
  { database, cache, secrets }: Data,
): ContainerEnvironment {
  const used = uses.secrets.flatMap((name) => (secrets[name] ? [{ name, secret: secrets[name] }] : []));
  const db = uses.database ? database : undefined;
  const redis = uses.cache ? cache : undefined;
  const secretArns = [...used.map(({ secret }) => secret.secretArn), db?.masterSecretArn, redis?.authSecretArn];

  return {
    environment: {
      ...environment,
      AWS_REGION: config.region,
      ...Object.fromEntries(Object.keys(uses.buckets).map((name) => [`${variable(name)}_BUCKET`, names.bucket(name)])),
      ...(db && {
        DATABASE_HOST: db.address,
        DATABASE_PORT: pulumi.interpolate`${db.port}`,
        DATABASE_NAME: db.databaseName,
        DATABASE_SSLMODE: "require",
      }),
      ...(redis && {
        REDIS_HOST: redis.primaryEndpoint,
        REDIS_PORT: pulumi.interpolate`${redis.port}`,
        REDIS_TLS: "true",
      }),
    },
    secrets: {
      ...Object.fromEntries(used.map(({ name, secret }) => [name, secret.secretArn])),
      ...(db && {
        // RDS keeps both in one JSON document: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
        DATABASE_USER: pulumi.interpolate`${db.masterSecretArn}:username::`,
        DATABASE_PASSWORD: pulumi.interpolate`${db.masterSecretArn}:password::`,
      }),
      ...(redis && { REDIS_AUTH_TOKEN: redis.authSecretArn }),
    },
    secretSources: secretArns.flatMap((secretArn) =>
      secretArn ? [{ secretArn, kmsKeyArn: keys.secrets.keyArn }] : [],
    ),
  };
}

const variable = (name: string): string => name.toUpperCase().replaceAll("-", "_");
