import { Expiry } from "@platform/components/expiry";
import { DatabaseHours } from "@platform/components/office-hours";
import type * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Data } from "./data";
import type { Foundation } from "./foundation";
import type { Services } from "./services";

export interface Economy {
  /** When the stack is to go. */
  expiresAt: pulumi.Output<string> | undefined;
}

/** What stacks other than production save beside their services: the database at night, and everything in the end. */
export function economy(
  config: StackConfig,
  base: Foundation,
  store: Data,
  { scheduleGroup: group }: Services,
): Economy {
  const { account, region, economy: settings } = config;
  const { names, keys, alarmTopic, opts } = base;
  if (!settings || !group) return { expiresAt: undefined };
  const { officeHours: hours, expiresAfterHours: afterHours } = settings;
  if (hours && store.database) {
    const instanceIdentifier = names.identifier("database");
    new DatabaseHours(
      "database-hours",
      { account, region, instanceIdentifier, hours, group },
      declaredBy(opts, at("economy", "officeHours")),
    );
  }
  if (afterHours === undefined) return { expiresAt: undefined };
  const topic = { arn: alarmTopic.topicArn, kmsKeyArn: keys.alarms.keyArn };
  return {
    expiresAt: new Expiry("expiry", { account, afterHours, group, stack: names.prefix, topic }, opts).expiresAt,
  };
}
