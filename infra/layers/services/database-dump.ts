import { bucketWriteGrant } from "@platform/components/bucket";
import { dumpCommand, type DumpEnvironment } from "@platform/components/database-dump";
import type { ScheduleGroup } from "@platform/components/schedule-group";
import { ScheduledTask } from "@platform/components/scheduled-task";
import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseConfig } from "../../config";
import { at } from "../../config/draft";
import { declaredBy } from "../../declared-by";
import { elsewhere } from "../../service-image";
import { connect } from "../../uses/connect";
import { instanceGrant } from "../../uses/database";
import { endpointsGrant } from "../../uses/endpoints";
import { type Grant, together } from "../../uses/grant";
import type { Hosting } from "./hosting";

const NAME = "database-dump";
const GIB = 1024 ** 3;

/** Writes the database out as SQL that any PostgreSQL reads, past the proxy: a dump keeps one connection to itself. */
export function databaseDump(group: ScheduleGroup, hosting: Hosting): void {
  const { config, base, net, cluster, store } = hosting;
  const dump = config.database?.dump;
  if (!config.database || !dump || !store.database) return;
  const { names, keys, alarmTopic, opts } = base;
  const declared = declaredBy(opts, at("database", "dump"));
  const { environment, secrets, secretSources, statements, connections } = together([
    instanceGrant(store.database, hosting),
    bucketGrantOf(dump, config.database, hosting),
    endpointsGrant(hosting),
  ]);
  const task = new ScheduledTask(
    NAME,
    {
      account: config.account,
      region: config.region,
      namePrefix: names.prefix,
      vpcId: net.vpcId,
      subnetIds: net.taskSubnetIds,
      cluster: { arn: cluster.clusterArn, name: cluster.clusterName },
      group,
      times: { cron: dump.cron },
      timeoutMinutes: dump.timeoutMinutes,
      ...elsewhere(dump.image),
      command: dumpCommand(),
      size: dump.size,
      architecture: "x86_64",
      environment: { ...environment, AWS_REGION: config.region },
      secrets,
      secretSources,
      statements,
      log: { groupName: names.logGroup(NAME), retentionDays: config.logs.retentionDays, kmsKeyArn: keys.logs.keyArn },
      alarms: { topicArn: alarmTopic.topicArn, runbookUrl: config.alarms.runbookUrl },
    },
    declared,
  );
  connect(NAME, task.securityGroupId, connections, declared);
}

function bucketGrantOf(
  { bucket: name, prefix }: NonNullable<DatabaseConfig["dump"]>,
  { maxStorage }: DatabaseConfig,
  { store: { buckets } }: Hosting,
): Grant {
  const bucket = buckets[name];
  if (!bucket) return {};
  const environment: { [Name in keyof DumpEnvironment]: pulumi.Input<string> } = {
    DUMP_BUCKET: bucket.bucketName,
    DUMP_PREFIX: prefix,
    DUMP_MOST_BYTES: String(maxStorage * GIB),
  };
  return { environment, statements: bucketWriteGrant(bucket.arn, prefix, bucket.kmsKeyArn) };
}
