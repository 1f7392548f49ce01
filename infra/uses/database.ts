import * as pulumi from "@pulumi/pulumi";
import type { Grant } from "./grant";
import type { Surroundings } from "./surroundings";

/** PostgreSQL: where it is, who signs in, and the way there. */
export function databaseGrant({ base, store: { database } }: Surroundings): Grant {
  if (!database) return {};
  const { masterSecretArn } = database;
  return {
    environment: {
      DATABASE_HOST: database.address,
      DATABASE_PORT: pulumi.interpolate`${database.port}`,
      DATABASE_NAME: database.databaseName,
      DATABASE_SSLMODE: "require",
    },
    secrets: {
      // RDS keeps both in one JSON document: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
      DATABASE_USER: pulumi.interpolate`${masterSecretArn}:username::`,
      DATABASE_PASSWORD: pulumi.interpolate`${masterSecretArn}:password::`,
    },
    secretSources: [{ secretArn: masterSecretArn, kmsKeyArn: base.keys.secrets.keyArn }],
    connections: {
      database: { to: { label: "database", securityGroupId: database.securityGroupId }, port: database.port },
    },
  };
}
