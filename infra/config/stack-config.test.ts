import * as fc from "fast-check";
import { parseStackConfig } from "./stack-config";
import { StackConfigError } from "./stack-config-error";
import { changed, pulumiForm, read, soundConfig } from "./test-stack";

describe("parseStackConfig", () => {
  it("fills in production's defaults", () => {
    expect(read(soundConfig())).toMatchObject({
      stack: "prod",
      file: "Pulumi.prod.yaml",
      region: "us-east-1",
      ephemeral: false,
      protect: true,
      network: { nat: "perZone", interfaceEndpoints: true, ipv6: false, flowLogRetentionDays: 30 },
      services: {
        api: {
          size: { cpu: 1024, memory: 2048 },
          paths: ["/*"],
          scaling: { min: 2, max: 4, cpu: 70 },
          deployment: { minimumHealthyPercent: 100, maximumPercent: 200 },
          uses: { buckets: { documents: "readWrite" } },
          user: "1000:1000",
          readonlyRootFilesystem: true,
          writablePaths: ["/tmp"],
          exec: false,
        },
      },
      database: {
        maxStorage: 200,
        multiZone: true,
        deletionProtection: true,
        performanceInsights: true,
        monitoringInterval: 60,
        backup: { retentionDays: 35, window: "03:00-04:00" },
        maintenanceWindow: "sun:04:00-sun:05:00",
      },
      cache: { engine: "redis", version: "7.1", multiZone: true, replicas: 1, shards: 1, snapshotRetentionDays: 7 },
      firewall: { rateLimit: 2000, mode: "block", tightPaths: [] },
      loadBalancer: { deletionProtection: true },
      securityHeaders: { hstsMaxAgeDays: 365, frameOptions: "DENY" },
      alarms: { serverErrors: 50, p95Seconds: 1 },
      logs: { retentionDays: 30 },
      reasons: {},
    });
  });

  it("gives development one task, one NAT gateway and one zone", () => {
    const development = changed({ "platform:profile": "development", "platform:services.api.scaling": undefined });
    expect(read(development)).toMatchObject({
      protect: true,
      network: { nat: "single", interfaceEndpoints: false, flowLogRetentionDays: 7 },
      services: { api: { scaling: { min: 1, max: 2 }, exec: true } },
      database: { multiZone: false, deletionProtection: true, backup: { retentionDays: 7 } },
      cache: { multiZone: false, replicas: 0 },
      logs: { retentionDays: 7 },
    });
  });

  it("turns every protection off together in an ephemeral stack", () => {
    expect(read(changed({ "platform:profile": "ephemeral" }))).toMatchObject({
      ephemeral: true,
      protect: false,
      database: { multiZone: false, deletionProtection: false, backup: { retentionDays: 0 } },
      loadBalancer: { deletionProtection: false },
    });
  });

  it("keeps to the targets of scaling that are given, and to CPU use without any", () => {
    const scaling = (value: unknown) => read(changed({ "platform:services.api.scaling": value })).services.api?.scaling;
    expect(scaling({ min: 2 })).toEqual({ min: 2, max: 4, cpu: 70 });
    expect(scaling({ min: 2, max: 9, requestsPerTarget: 800 })).toEqual({ min: 2, max: 9, requestsPerTarget: 800 });
  });

  it("reads true and false of a section that is one word", () => {
    const reasons = { protect: "Kept by another stack's protection" };
    expect(read(changed({ "platform:protect": false, "platform:reasons": reasons })).protect).toBe(false);
  });

  it("leaves other namespaces alone", () => {
    const config = { ...soundConfig(), "pulumi:tags": { owner: "shop" }, "aws:profile": "shop" };
    expect(read(config).application).toBe("shop");
  });

  it("freezes everything", () => {
    const config = read(soundConfig());
    expect(() => config.network.availabilityZones.push("us-east-1c")).toThrow(TypeError);
    expect(() => Object.assign(config.services.api ?? {}, { port: 1 })).toThrow(TypeError);
  });
});

/** JSON values of all kinds, with names that the schemas know among them. */
const anything = fc.jsonValue({ maxDepth: 4 });
const sections = Object.keys(soundConfig());
const places = [
  ...sections,
  "platform:services.api",
  "platform:services.api.image",
  "platform:services.api.uses",
  "platform:services.api.uses.buckets",
  "platform:services.api.environment",
  "platform:database.backup",
  "platform:network.subnets",
  "platform:network.availabilityZones",
  "platform:cdn.staticContent",
  "platform:reasons",
  "platform:tags",
  "platform:recovery",
];

function parsesOrExplains(raw: Record<string, string>): void {
  try {
    parseStackConfig(raw, "prod", "Pulumi.prod.yaml");
  } catch (error) {
    expect(error).toBeInstanceOf(StackConfigError);
    const { problems } = error as StackConfigError;
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problem.key).toMatch(/^(platform|aws):/);
      for (const part of [problem.got, problem.expected, problem.fix]) expect(part).toMatch(/\S/);
    }
  }
}

describe("whatever a stack file says", () => {
  it("is read or explained: values of any kind in any place", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...places), anything, { minKeys: 1, maxKeys: 3 }), (changes) => {
        parsesOrExplains(
          pulumiForm(changed(Object.fromEntries(Object.entries(changes).sort(([a], [b]) => a.localeCompare(b))))),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("is read or explained: texts that are no JSON, and keys of any name", () => {
    const key = fc.oneof(
      fc.constantFrom(...sections),
      fc.string().map((name) => `platform:${name}`),
    );
    fc.assert(fc.property(fc.dictionary(key, fc.string(), { maxKeys: 5 }), parsesOrExplains));
  });
});
