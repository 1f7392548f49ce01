import { EncryptionKey } from "@platform/components/encryption-key";
import { AlarmTopic } from "@platform/components/notifications";
import type * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Foundation } from "./foundation";

// CloudFront's certificates, firewalls, logs and metrics live in this region, wherever the application is:
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html
export const EDGE_REGION = "us-east-1";

/** The region of firewall and CDN, with the key for their logs and the topic for their alarms there. */
export interface EdgeSite {
  region: string;
  logsKeyArn: pulumi.Input<string>;
  alarmTopic: AlarmTopic;
}

/** A log group needs a key of its own region, and an alarm a topic of its own: away from home both are made anew. */
export function edgeSite(config: StackConfig, { keys, alarmTopic, names, opts, dataOpts }: Foundation): EdgeSite {
  const { account, alarms } = config;
  const region = config.cdn ? EDGE_REGION : config.region;
  if (region === config.region) return { region, logsKeyArn: keys.logs.keyArn, alarmTopic };

  const key = new EncryptionKey(
    "edge-key",
    {
      account,
      region,
      keyRegion: region,
      description: "Logs and alarms of the edge",
      services: ["logs", "alarms", "events"],
      aliasName: names.keyAlias("edge"),
      deletionWindowDays: config.ephemeral ? 7 : 30,
    },
    declaredBy(dataOpts, at("cdn")),
  );
  const topic = new AlarmTopic(
    "edge-alarms",
    { account, kmsKeyArn: key.keyArn, emails: alarms.emails, region },
    declaredBy(opts, at("alarms")),
  );
  return { region, logsKeyArn: key.keyArn, alarmTopic: topic };
}
