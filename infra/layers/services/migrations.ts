import { Migration } from "@platform/components/migration";
import type * as pulumi from "@pulumi/pulumi";
import type { ServiceConfig } from "../../config";
import { at } from "../../config/draft";
import { declaredBy } from "../../declared-by";
import { taskArgs } from "../../task-args";
import { grantOf, type Surroundings } from "../../uses";
import type { ServiceSource } from "./hosting";

/**
 * The migrations of all services, one after another in the order of the stack file, since they share one database. Gives
 * what every service that uses the database waits for.
 */
export function migrations(
  sources: ServiceSource[],
  clusterArn: pulumi.Input<string>,
  surroundings: Surroundings,
): pulumi.Resource[] {
  const { base, net } = surroundings;
  const done: pulumi.Resource[] = [];
  for (const { name: serviceName, settings, image } of sources) {
    if (!settings.migrations) continue;
    const { command, size, timeoutMinutes, uses } = settings.migrations;
    const grant = grantOf(uses, surroundings);
    const name = `${serviceName}-migrations`;
    const migration = new Migration(
      name,
      {
        ...taskArgs(name, taskSettings(settings, size), image, grant, surroundings),
        serviceName,
        command: [...command],
        clusterArn,
        subnetIds: net.taskSubnetIds,
        connections: grant.connections,
        timeoutMinutes,
        after: [...done],
      },
      declaredBy(base.opts, at("services", serviceName, "migrations")),
    );
    done.push(migration.done);
  }
  return done;
}

/** The service's own container at another size, in which nobody opens a shell and whose health nobody asks for. */
const taskSettings = (settings: ServiceConfig, size: ServiceConfig["size"]): ServiceConfig => ({
  ...settings,
  size,
  exec: false,
  health: { ...settings.health, command: undefined },
});
