import { Provider } from "@pulumi/aws/provider";
import { AccessLogBucket } from "@platform/components/bucket";
import { EncryptionKey } from "@platform/components/encryption-key";
import { AlarmTopic, type AlarmTopicArgs } from "@platform/components/notifications";
import type * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import { type Names, namesOf } from "../names";
import { stackTags } from "../tags";

/** What every other layer stands on: the provider, the keys, the bucket for access logs and the topic for alarms. */
export interface Foundation {
  names: Names;
  /** Options of every component: the one provider. */
  opts: pulumi.ComponentResourceOptions;
  /** The same for what holds data: protected where the stack says so. */
  dataOpts: pulumi.ComponentResourceOptions;
  keys: { data: EncryptionKey; secrets: EncryptionKey; logs: EncryptionKey; alarms: EncryptionKey };
  accessLogs: AccessLogBucket;
  alarmTopic: AlarmTopic;
}

export function foundation(config: StackConfig): Foundation {
  const { region, account, protect } = config;
  const names = namesOf(config);
  const provider = new Provider(
    "aws",
    { region, allowedAccountIds: [account], defaultTags: { tags: stackTags(config) } },
    declaredBy({}, ["aws:region"]),
  );
  const opts = declaredBy({ provider });
  const dataOpts = declaredBy({ provider, protect });
  const deletionWindowDays = config.ephemeral ? 7 : 30;
  const key = (
    role: string,
    description: string,
    services: ConstructorParameters<typeof EncryptionKey>[1]["services"],
  ): EncryptionKey =>
    new EncryptionKey(
      `${role}-key`,
      { account, region, description, services, aliasName: names.keyAlias(role), deletionWindowDays },
      dataOpts,
    );

  const keys = {
    data: key("data", "Database, cache, buckets, queues and images", ["cloudfront"]),
    secrets: key("secrets", "Secrets of the application", []),
    logs: key("logs", "Log groups", ["logs"]),
    alarms: key("alarms", "Alarm notifications", [
      "alarms",
      "events",
      ...(config.budget ? (["budgets"] as const) : []),
      ...(config.budget?.anomaliesAboveUsd === undefined ? [] : (["costAnomalies"] as const)),
    ]),
  };

  const accessLogs = new AccessLogBucket(
    "access-logs",
    { bucketName: names.bucket("access-logs"), account, region, expireAfterDays: 365, emptyOnDelete: config.ephemeral },
    dataOpts,
  );
  const alarmTopic = new AlarmTopic(
    "alarms",
    { account, kmsKeyArn: keys.alarms.keyArn, emails: config.alarms.emails, publishers: costPublishers(config) },
    declaredBy(opts, at("alarms")),
  );

  return { names, opts, dataOpts, keys, accessLogs, alarmTopic };
}

/** Who tells of costs, where the stack file asks for that. */
function costPublishers({ budget }: StackConfig): AlarmTopicArgs["publishers"] {
  if (!budget) return [];
  return [
    "budgets.amazonaws.com",
    ...(budget.anomaliesAboveUsd === undefined ? [] : ["costalerts.amazonaws.com" as const]),
  ];
}
