import { bad, good, type Properties, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, isMember, isMemcached, REPLICATION_GROUP } from "./caches";

const LOGS = ["slow-log", "engine-log"];
const PATH = "logDeliveryConfigurations";
const logging = (...types: unknown[]): Properties => ({ [PATH]: types.map((logType) => ({ logType })) });

export const redisLogs: Rule = {
  id: "redis-logs",
  title: "Caches hand over the log of their engine and of slow commands",
  severity: "low",
  controls: { nist: ["AU-12"] },
  why: "The engine tells of failed sign-ins, failovers and full memory there, and nowhere else.",
  fix: "Give logDeliveryConfigurations an entry for slow-log and one for engine-log, each with a log group.",
  url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Log_Delivery.html",
  types: [REPLICATION_GROUP, CLUSTER],
  check({ resource, props, each, violated }) {
    if (isMember(resource) || isMemcached(resource)) return;
    const deliveries = props.at(PATH);
    const delivered = deliveries.list().map((delivery) => delivery.at("logType").string());
    each(LOGS, (log) => {
      if (!delivered.includes(log)) violated(deliveries, `the ${log}`, "another list or none", log);
    });
  },
  cases: {
    resource: [
      good("both", logging("slow-log", "engine-log")),
      good("both of a cluster", logging("engine-log", "slow-log"), { type: CLUSTER }),
      good("member of a replication group", { replicationGroupId: UNKNOWN }, { type: CLUSTER }),
      good("Memcached, which has none", { engine: "memcached" }, { type: CLUSTER }),
      bad("AWS's default left", { engine: "redis" }, [PATH, PATH]),
      bad("without slow commands", logging("engine-log"), PATH),
      bad("without the engine's", { [PATH]: { logType: "slow-log" } }, PATH),
      bad("a cluster without", logging("slow-log"), PATH, { type: CLUSTER }),
      unknown("logs not known", { [PATH]: UNKNOWN }, PATH),
      unknown("kind of log not known", logging("slow-log", UNKNOWN), `${PATH}[1].logType`),
    ],
  },
};
