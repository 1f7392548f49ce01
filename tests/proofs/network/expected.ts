import type { ServiceConfig, StackConfig } from "../../../infra/config";
import { usesSchema } from "../../../infra/config/sections/service/uses";
import { INTERNET } from "./internet";
import type { OpenWay } from "./reachability";
import { overlap } from "./rules";

/** What a service reaches for one kind of thing under its `uses`, as place and port. */
type Reach = (uses: ServiceConfig["uses"], config: StackConfig) => { to: string; port: number }[];

/** By the key under `uses`. A new kind needs an entry here and one in tests/proofs/access/rights. */
const REACHES: { [kind: string]: Reach } = {
  database: (uses, { database }) => {
    if (!uses.database || !database) return [];
    return [
      { to: database.proxy ? "database proxy" : "database", port: 5432 },
      ...(database.replicas.length > 0 ? [{ to: "database replicas", port: 5432 }] : []),
    ];
  },
  services: (uses, { services }) =>
    uses.services.map((name) => ({ to: `service ${name}`, port: services[name]?.port as number })),
  files: (uses) => Object.keys(uses.files).map((name) => ({ to: `files ${name}`, port: 2049 })),
  cache: (uses) => (uses.cache ? [{ to: "cache", port: 6379 }] : []),
  // Over HTTPS, as every service of AWS.
  buckets: () => [],
  queues: () => [],
  models: () => [],
  mail: () => [],
  secrets: () => [],
};

function reachOf(kind: string): Reach {
  const found = Object.hasOwn(REACHES, kind) ? REACHES[kind] : undefined;
  if (!found) {
    throw new Error(
      `services use ${kind}, of which reachability is not proved: say in tests/proofs/network/expected.ts which place ` +
        `and port a service reaches for it, or that it is reached over HTTPS only; all other ways must be closed`,
    );
  }
  return found;
}

/** Whether any address of a block is of the internet; others are of peers and offices behind a transit gateway. */
const isOfInternet = (block: string): boolean => INTERNET.some((part) => overlap(part, block));

/** What a part of the platform's own uses beside what is said of it. */
const NOTHING = usesSchema.parse({});

/** The ways that a stack file asks for. All others must be closed. */
export function expectedWays(config: StackConfig): OpenWay[] {
  const ways = new Map<string, OpenWay>();
  const add = (from: string, to: string, ...ports: number[]): void => {
    const way = ways.get(`${from} ${to}`) ?? { from, to, ports: [] };
    way.ports = [...new Set([...way.ports, ...ports])].sort((a, b) => a - b);
    ways.set(`${from} ${to}`, way);
  };

  if (config.cdn) add("CDN", "load balancer", 443);
  else add("internet", "load balancer", 80, 443);
  const { testListener } = config.loadBalancer;
  const testers = testListener?.sources.filter(isOfInternet) ?? [];
  if (testListener && testers.length > 0 && !config.cdn) add("internet", "load balancer", testListener.port);
  const addOutward = (from: string, uses: ServiceConfig["uses"], egress: ServiceConfig["egress"]): void => {
    for (const kind of Object.keys(uses))
      reachOf(kind)(uses, config).forEach((reach) => add(from, reach.to, reach.port));
    add(from, "S3", 443);
    if (config.network.interfaceEndpoints) add(from, "AWS endpoints", 443);
    // What faces the internet answers whoever may speak HTTPS to anybody.
    if (egress.https === "anywhere" && !config.cdn) add(from, "load balancer", 443);
    if (config.network.nat === "none") return;
    const { https, ports } = egress;
    if (https === "anywhere" || (https !== "none" && https.some(isOfInternet))) add(from, "internet", 443);
    for (const [port, blocks] of Object.entries(ports)) {
      if (blocks.some(isOfInternet)) add(from, "internet", Number(port));
    }
  };
  for (const [name, { port, internal, uses, migrations, egress }] of Object.entries(config.services)) {
    if (port !== undefined && !internal) add("load balancer", `service ${name}`, port);
    addOutward(`service ${name}`, uses, egress);
    if (migrations) addOutward(`task ${name}-migrations`, migrations.uses, egress);
  }
  for (const [name, { service, uses }] of Object.entries(config.schedules)) {
    const owner = config.services[service] as ServiceConfig;
    addOutward(`task ${name}`, uses ?? owner.uses, owner.egress);
  }
  if (Object.values(config.services).some(({ scaling }) => scaling.backlog?.redisList !== undefined)) {
    add("function redis-lists", "cache", 6379);
    addOutward("function redis-lists", NOTHING, { https: "anywhere", ports: {} });
  }
  if (config.database?.dump) {
    add("task database-dump", "database", 5432);
    addOutward("task database-dump", NOTHING, { https: "anywhere", ports: {} });
  }
  if (config.database?.proxy) add("database proxy", "database", 5432);
  return [...ways.values()];
}
