import { CompositeAlarm } from "@platform/components/alarms";
import type { Network } from "@platform/components/network";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Backup } from "./backup";
import { type Alarms, alarms } from "./alarms";
import { budget } from "./budget";
import { canary } from "./canary";
import { channels } from "./channels";
import { dashboards } from "./dashboards";
import type { Data } from "./data";
import type { Edge } from "./edge";
import type { Foundation } from "./foundation";
import type { Ingress } from "./ingress";
import type { Services } from "./services";

/** How people learn what happens: alarms of everything, a canary, channels, a budget, and dashboards. */
export function operations(
  config: StackConfig,
  base: Foundation,
  net: Network,
  store: Data,
  kept: Backup | undefined,
  entry: Ingress,
  apps: Services,
  front: Edge,
): void {
  const watched = alarms(config, base, store, kept, entry, apps, front);
  const outages = [...watched.outages, ...canary(config, base, front, watched)];
  const outage = applicationDown(config, base, outages);
  budget(config, base);
  channels(config, base, front, watched);
  const alarmArns = [outage.alarmArn, ...watched.arns];
  dashboards(config, base, { net, store, entry, apps, front, alarmArns });
}

/** The one alarm that is worth waking somebody for: nobody is served. */
function applicationDown({ alarms }: StackConfig, { names, alarmTopic, opts }: Foundation, outages: Alarms["outages"]) {
  return new CompositeAlarm(
    "application-down",
    {
      alarmName: `${names.prefix}-application-down`,
      description: "The application is down: users are not served.",
      anyOf: outages,
      topicArn: alarmTopic.topicArn,
      runbookUrl: alarms.runbookUrl,
      runbook: "application-down",
    },
    declaredBy(opts, at("alarms")),
  );
}
