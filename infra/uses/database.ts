import { connectGrant, type DatabaseProxy } from "@platform/components/database-proxy";
import * as pulumi from "@pulumi/pulumi";
import type { DatabaseSet } from "../data/database";
import { type Grant, together } from "./grant";
import type { Surroundings } from "./surroundings";

/** PostgreSQL: where it is, who signs in, and the way there; through its proxy where it has one. */
export function databaseGrant(surroundings: Surroundings): Grant {
  const { database } = surroundings.store;
  if (!database) return {};
  return together([
    placeOf(database),
    database.proxy?.authentication === "iam"
      ? tokenGrant(database.proxy, surroundings)
      : passwordGrant(database, surroundings),
    readersGrant(database),
  ]);
}

/** The instance itself, whatever stands in front of it, by its password. */
export const instanceGrant = ({ instance }: DatabaseSet, surroundings: Surroundings): Grant =>
  together([placeOf({ instance }), passwordGrant({ instance }, surroundings)]);

function placeOf({ instance, proxy }: DatabaseSet): Grant {
  const { address, port, securityGroupId } = proxy ?? instance;
  const to = { label: proxy ? "database proxy" : "database", securityGroupId };
  return {
    environment: {
      DATABASE_HOST: address,
      DATABASE_PORT: pulumi.interpolate`${port}`,
      DATABASE_NAME: instance.databaseName,
      DATABASE_SSLMODE: "require",
    },
    connections: { database: { to, port } },
  };
}

/** No password at all: the application signs in by a token of its own role, good for 15 minutes. */
function tokenGrant({ resourceId }: DatabaseProxy, { config: { account, region, database } }: Surroundings): Grant {
  const user = database?.username as string;
  return {
    environment: { DATABASE_USER: user, DATABASE_AUTHENTICATION: "iam" },
    statements: [connectGrant({ account, region, resourceId }, user)],
  };
}

function passwordGrant({ instance: { masterSecretArn } }: DatabaseSet, { base }: Surroundings): Grant {
  return {
    secrets: {
      // RDS keeps both in one JSON document: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
      DATABASE_USER: pulumi.interpolate`${masterSecretArn}:username::`,
      DATABASE_PASSWORD: pulumi.interpolate`${masterSecretArn}:password::`,
    },
    secretSources: [{ secretArn: masterSecretArn, kmsKeyArn: base.keys.secrets.keyArn }],
  };
}

/**
 * Replicas are reached past the proxy, which knows the instance alone. Several stand in one variable, as libpq takes
 * them: tried in turn, or by chance with `load_balance_hosts=random`
 * (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-MULTIPLE-HOSTS).
 */
function readersGrant({ instance, readers }: DatabaseSet): Grant {
  if (!readers) return {};
  const { securityGroupId, replicas } = readers;
  return {
    environment: {
      DATABASE_READER_HOST: pulumi.all(replicas.map(({ address }) => address)).apply((hosts) => hosts.join(",")),
    },
    connections: { "database-replicas": { to: { label: "read replicas", securityGroupId }, port: instance.port } },
  };
}
