import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, isMember, isMemcached, REPLICATION_GROUP } from "./caches";

export const redisNonDefaultPort: Rule = {
  id: "redis-non-default-port",
  title: "Caches listen on a port other than 6379",
  severity: "low",
  controls: { nist: ["CM-7"] },
  references: { cdkNag: ["AwsSolutions-AEC5"] },
  why: "Scans look for caches at their usual port; another one keeps a wrongly opened group quiet for longer.",
  fix: "Set port to a number of your own, and give the same one to the security groups and the clients.",
  url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/accessing-elasticache.html",
  types: [REPLICATION_GROUP, CLUSTER],
  optIn: true,
  check({ resource, props, violated }) {
    if (isMember(resource) || isMemcached(resource)) return;
    const port = props.at("port");
    if ((port.number() ?? 6379) === 6379) violated(port, "a port of your own", "the engine's usual one");
  },
  cases: {
    resource: [
      good("another port", { port: 6380 }),
      good("another port of a cluster, as text", { port: "6380" }, { type: CLUSTER }),
      good("member of a replication group", { replicationGroupId: "cache" }, { type: CLUSTER }),
      good("Memcached, which has another", { engine: "memcached" }, { type: CLUSTER }),
      bad("AWS's default left", { engine: "redis" }, "port"),
      bad("the usual one", { port: 6379 }, "port"),
      bad("the usual one of a cluster, as text", { port: "6379" }, "port", { type: CLUSTER }),
      unknown("not known", { port: UNKNOWN }, "port"),
    ],
  },
};
