import { RedisLists } from "@platform/components/redis-lists";
import type { ScheduleGroup } from "@platform/components/schedule-group";
import type { StackConfig } from "../../config";
import { at } from "../../config/draft";
import { declaredBy } from "../../declared-by";
import { cacheGrant } from "../../uses/cache";
import { connect } from "../../uses/connect";
import { endpointsGrant } from "../../uses/endpoints";
import { together } from "../../uses/grant";
import type { Hosting } from "./hosting";

const NAME = "redis-lists";

/** The lists of the cache that workers follow. */
export function followedLists({ services }: Pick<StackConfig, "services">): string[] {
  const lists = Object.values(services).flatMap(({ scaling }) => scaling.backlog?.redisList ?? []);
  return [...new Set(lists)];
}

/** What measures the lists, since the cache itself tells nothing of them. */
export function redisLists(group: ScheduleGroup, hosting: Hosting): void {
  const { config, base, net, store } = hosting;
  const lists = followedLists(config);
  if (lists.length === 0 || !store.cache) return;
  const { primaryEndpoint: host, port, authSecretArn: secretArn } = store.cache;
  const { names, keys, alarmTopic, opts } = base;
  const measure = new RedisLists(
    NAME,
    {
      account: config.account,
      region: config.region,
      namePrefix: names.prefix,
      vpcId: net.vpcId,
      subnetIds: net.taskSubnetIds,
      cache: { host, port, auth: { secretArn, kmsKeyArn: keys.secrets.keyArn } },
      lists,
      group,
      kmsKeyArn: keys.data.keyArn,
      log: { groupName: names.logGroup(NAME), retentionDays: config.logs.retentionDays, kmsKeyArn: keys.logs.keyArn },
      alarms: { topicArn: alarmTopic.topicArn, runbookUrl: config.alarms.runbookUrl },
    },
    declaredBy(opts, at("cache")),
  );
  const { connections } = together([cacheGrant(hosting), endpointsGrant(hosting)]);
  connect(NAME, measure.securityGroupId, connections, declaredBy(opts, at("cache")));
}
