import { MetricAlarms, type MetricAlarmsArgs } from "@platform/components/alarms";
import type * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import type { KeyPath } from "../config/key-path";
import { declaredBy } from "../declared-by";
import type { Foundation } from "./foundation";

/** Adds a set of alarms under the name of what it watches, and the keys that it comes from. */
export type Watch = (role: string, alarms: MetricAlarmsArgs["alarms"], ...keys: KeyPath[]) => MetricAlarms;

/** Makes alarm sets in one region, which tell that region's topic, and remembers them. */
export function watcher(
  { alarms: { runbookUrl } }: StackConfig,
  { names, opts }: Foundation,
  place: Pick<MetricAlarmsArgs, "topicArn" | "region">,
  arns: pulumi.Output<string>[],
): Watch {
  return (role, alarms, ...keys) => {
    const namePrefix = `${names.prefix}-${role}`;
    const set = new MetricAlarms(
      `${role}-alarms`,
      { namePrefix, runbookUrl, alarms, ...place },
      declaredBy(opts, ...keys),
    );
    arns.push(...set.alarmArns);
    return set;
  };
}
