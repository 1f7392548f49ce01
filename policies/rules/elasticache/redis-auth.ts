import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";
import { isMemcached, isSecondary, REPLICATION_GROUP, SERVERLESS_CACHE } from "./caches";

export const redisAuth: Rule = {
  id: "redis-auth",
  title: "Caches know users or a password",
  severity: "medium",
  controls: { fsbp: ["ElastiCache.6"], nist: ["IA-2", "AC-3"] },
  references: { checkov: ["CKV_AWS_31"], cdkNag: ["AwsSolutions-AEC6"] },
  why: "Otherwise whatever reaches the port reads, changes and empties the cache.",
  fix: "Set userGroupIds (userGroupId of a serverless cache) to an aws.elasticache.UserGroup, or authToken.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-6",
  types: [REPLICATION_GROUP, SERVERLESS_CACHE],
  check({ resource, props, violated }) {
    if (isMemcached(resource) || isSecondary(props)) return;
    const isServerless = resource.type === SERVERLESS_CACHE;
    const ways = isServerless ? ["userGroupId"] : ["userGroupIds", "authToken", "authTokenWo"];
    const [users = props] = ways.map((way) => props.at(way));
    if (!ways.some((way) => isGiven(props.at(way))))
      violated(users, isServerless ? "a user group" : "a user group or a password", "neither name nor password");
  },
  cases: {
    resource: [
      good("users", { userGroupIds: ["app"] }),
      good("users who are not there yet", { userGroupIds: UNKNOWN }),
      good("one who is not there yet", { userGroupIds: [UNKNOWN] }),
      good("a password that is not there yet", { authToken: UNKNOWN }),
      good("a write-only password", { authTokenWo: "example", authTokenWoVersion: 1 }),
      good("serverless with users", { engine: "valkey", userGroupId: UNKNOWN }, { type: SERVERLESS_CACHE }),
      good("serverless Memcached, which has none", { engine: "memcached" }, { type: SERVERLESS_CACHE }),
      good("secondary of a global datastore", { globalReplicationGroupId: UNKNOWN }),
      bad("neither", { transitEncryptionEnabled: true }, "userGroupIds"),
      bad("no users in the list", { userGroupIds: [] }, "userGroupIds"),
      bad("an empty password", { authToken: "" }, "userGroupIds"),
      bad("serverless without", { engine: "redis" }, "userGroupId", { type: SERVERLESS_CACHE }),
      unknown("engine not known", { engine: UNKNOWN }, "engine"),
    ],
  },
};

/** Whether a way to sign in is given at all: who or what does not matter, so it need not be known. */
const isGiven = (way: Value): boolean =>
  way.isUnknown() || way.list().some((element) => element.isUnknown() || Boolean(element.string()));
