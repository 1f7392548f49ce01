import { watcher, type WatchEvent } from "./function/watch.mjs";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = Date.parse("2026-11-27T12:00:00Z");
const ago = (milliseconds: number): Date => new Date(NOW - milliseconds);

interface World {
  /** When the value in force was made, by secret. */
  secrets: { [secret: string]: Date | undefined };
  /** What ECS says of the one service. */
  deployments?: { createdAt: Date; rolloutState?: string }[];
  status?: string;
}

/** One run, and what came of it: the services started anew, and the line in the log. */
async function runIn({ secrets, deployments, status = "ACTIVE" }: World, event: Partial<WatchEvent> = {}) {
  const restarted: string[] = [];
  const lines: string[] = [];
  const handler = watcher({
    secrets: {
      listSecretVersionIds: async ({ SecretId }) => ({
        Versions: [
          { VersionStages: ["AWSPREVIOUS"], CreatedDate: ago(900 * DAY) },
          ...(secrets[SecretId] ? [{ VersionStages: ["AWSCURRENT"], CreatedDate: secrets[SecretId] }] : []),
        ],
      }),
    },
    ecs: {
      describeServices: async () => ({
        services: [{ status, deployments: deployments ?? [{ createdAt: ago(DAY), rolloutState: "COMPLETED" }] }],
      }),
      updateService: async ({ service, cluster, forceNewDeployment }) => {
        if (cluster === "main" && forceNewDeployment) restarted.push(service);
      },
    },
    now: () => NOW,
    print: (line) => lines.push(line),
  });
  await handler({
    cluster: "main",
    services: [{ service: "api", secrets: ["key", "database"] }],
    ages: [],
    namespace: "shop-prod/secrets",
    ...event,
  });
  expect(lines).toHaveLength(1);
  return { restarted, log: JSON.parse(lines[0] as string) };
}

const old = { key: ago(30 * DAY), database: ago(2 * DAY) };

describe("watch over secrets", () => {
  it("starts a service anew whose secret changed after its deployment began", async () => {
    const { restarted, log } = await runIn({ secrets: { ...old, database: ago(10 * MINUTE) } });
    expect(restarted).toEqual(["api"]);
    expect(log).toMatchObject({ restartedServices: ["api"] });
  });

  it("lets a service run that has the values in force, or whose secrets have none yet", async () => {
    expect((await runIn({ secrets: old })).restarted).toEqual([]);
    expect((await runIn({ secrets: { key: undefined, database: undefined } })).restarted).toEqual([]);
  });

  it("waits until a rotation has surely put its value in force", async () => {
    expect((await runIn({ secrets: { ...old, key: ago(MINUTE) } })).restarted).toEqual([]);
  });

  it("does not trust a deployment that began while the value was being changed, and once it began later, does", async () => {
    const secrets = { ...old, key: ago(10 * MINUTE) };
    const began = (milliseconds: number) => ({ secrets, deployments: [{ createdAt: ago(milliseconds) }] });
    expect((await runIn(began(9 * MINUTE))).restarted).toEqual(["api"]);
    expect((await runIn(began(7 * MINUTE))).restarted).toEqual([]);
  });

  it.each([
    ["is being deployed", { deployments: [{ createdAt: ago(DAY), rolloutState: "IN_PROGRESS" }] }],
    ["has two versions", { deployments: [{ createdAt: ago(DAY) }, { createdAt: ago(2 * DAY) }] }],
    ["is being deleted", { status: "DRAINING" }],
  ])("leaves alone a service that %s", async (_what, state) => {
    expect((await runIn({ secrets: { ...old, key: ago(10 * MINUTE) }, ...state })).restarted).toEqual([]);
  });

  it("starts only those services that hold the secret", async () => {
    const services = [
      { service: "api", secrets: ["key"] },
      { service: "admin", secrets: ["database"] },
    ];
    const { restarted } = await runIn({ secrets: { ...old, database: ago(10 * MINUTE) } }, { services });
    expect(restarted).toEqual(["admin"]);
  });

  it("counts the secrets that are older than their days, by a metric in CloudWatch's own form", async () => {
    const ages = [
      { name: "STRIPE_KEY", secret: "stripe", days: 90 },
      { name: "SECRET_KEY", secret: "key", days: 90 },
      { name: "NOT_SUPPLIED", secret: "nothing", days: 90 },
    ];
    const { log } = await runIn({ secrets: { ...old, stripe: ago(91 * DAY) } }, { ages });
    expect(log).toEqual({
      _aws: {
        Timestamp: NOW,
        CloudWatchMetrics: [
          { Namespace: "shop-prod/secrets", Dimensions: [[]], Metrics: [{ Name: "Overdue", Unit: "Count" }] },
        ],
      },
      Overdue: 1,
      overdueSecrets: ["STRIPE_KEY"],
      restartedServices: [],
    });
  });

  it("reports nothing when a call fails, so that silence rings", async () => {
    const lines: string[] = [];
    const handler = watcher({
      secrets: { listSecretVersionIds: () => Promise.reject(new Error("denied")) },
      ecs: { describeServices: async () => ({}), updateService: async () => ({}) },
      now: () => NOW,
      print: (line) => lines.push(line),
    });
    const ages = [{ name: "A", secret: "a", days: 1 }];
    await expect(handler({ cluster: "main", services: [], ages, namespace: "n" })).rejects.toThrow("denied");
    expect(lines).toEqual([]);
  });
});
