import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { stackFileSchema } from "./reference/json-schema";
import { referencePage } from "./reference/reference-page";
import { parseStackConfig } from "./stack-config";
import { changed, pulumiForm, ROOT, stackFile } from "./test-stack";

const FILES: [path: string, stack: string][] = [
  ["Pulumi.prod.yaml", "prod"],
  ["Pulumi.prod-recovery.yaml", "prod-recovery"],
  ["Pulumi.staging.yaml", "staging"],
  ["Pulumi.dev.yaml", "dev"],
  ["examples/insightshop/Pulumi.insightshop-prod.yaml", "insightshop-prod"],
];

const valid = new Ajv({ strict: false }).compile(stackFileSchema());
const readConfig = (path: string, stack: string) => parseStackConfig(pulumiForm(stackFile(path)), stack, path);

describe.each(FILES)("%s", (path, stack) => {
  it("is accepted by the reader and by the schema for editors", () => {
    expect(() => readConfig(path, stack)).not.toThrow();
    valid({ config: stackFile(path) });
    expect(valid.errors ?? []).toEqual([]);
  });

  it("names the schema for editors", () => {
    const [, schema = ""] =
      /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(join(ROOT, path), "utf8")) ?? [];
    expect(join(ROOT, path, "..", schema)).toBe(join(ROOT, "schemas/stack.schema.json"));
  });
});

describe("Pulumi.prod.yaml", () => {
  it("is PM Document Intelligence's production as its guide gives it, with every part on", () => {
    const config = readConfig("Pulumi.prod.yaml", "prod");
    expect(config.region).toBe("us-east-1");
    expect(config.network).toMatchObject({
      cidr: "10.0.0.0/16",
      subnets: { public: ["10.0.0.0/24", "10.0.1.0/24"], private: ["10.0.10.0/24", "10.0.11.0/24"] },
      nat: "perZone",
    });
    expect(config.services.api).toMatchObject({
      size: { cpu: 4096, memory: 8192 },
      scaling: { min: 3 },
      port: 8000,
      health: { path: "/health/ready" },
    });
    expect(config.database).toMatchObject({
      class: "db.r6g.xlarge",
      multiZone: true,
      backup: { retentionDays: 7, window: "03:00-04:00" },
      maintenanceWindow: "sun:04:00-sun:05:00",
    });
    expect(config.cache).toMatchObject({ nodeType: "cache.r6g.large", multiZone: true });
    expect(config.recovery).toEqual({
      timeObjectiveMinutes: 60,
      pointObjectiveMinutes: 5,
      region: "us-west-2",
      replicateImages: true,
    });
    expect(config.buckets.documents?.replication).toEqual({ region: "us-west-2", timeControl: true });
    expect(config.cdn?.staticContent).toEqual([{ path: "/static/*", bucket: "static", cacheDays: 30 }]);
    expect(config.firewall?.mode).toBe("block");
    expect(config.reasons).toEqual({});
  });

  it("is staging's shape: the same parts, services, buckets and secrets", () => {
    const [prod, staging] = [readConfig("Pulumi.prod.yaml", "prod"), readConfig("Pulumi.staging.yaml", "staging")];
    for (const part of ["services", "buckets", "secrets"] as const) {
      expect(Object.keys(staging[part])).toEqual(Object.keys(prod[part]));
    }
    expect(
      Object.keys(staging)
        .filter((key) => staging[key as keyof typeof staging] !== undefined)
        .sort(),
    ).toEqual(
      Object.keys(prod)
        .filter((key) => prod[key as keyof typeof prod] !== undefined)
        .sort(),
    );
    expect(staging.network.nat).toBe(prod.network.nat);
  });
});

describe("Pulumi.dev.yaml", () => {
  it("is PM Document Intelligence's development, and staging has its sizes", () => {
    const [dev, staging] = [readConfig("Pulumi.dev.yaml", "dev"), readConfig("Pulumi.staging.yaml", "staging")];
    expect(dev.services.api).toMatchObject({ size: { cpu: 1024, memory: 2048 }, scaling: { min: 1 } });
    expect(dev.database).toMatchObject({ class: "db.t3.small", multiZone: false });
    expect(dev.cache?.nodeType).toBe("cache.t3.micro");
    expect(dev.network.nat).toBe("single");
    expect(staging.services.api?.size).toEqual(dev.services.api?.size);
    expect(staging.database?.class).toBe(dev.database?.class);
    expect(staging.cache?.nodeType).toBe(dev.cache?.nodeType);
  });
});

describe("the schema for editors", () => {
  it.each([
    ["an unknown section", { "platform:netwrk": {} }],
    ["an unknown key", { "platform:network.ipv5": true }],
    ["a wrong type", { "platform:services.api.port": "8000" }],
    ["a missing section", { "platform:alarms": undefined }],
  ])("refuses %s", (_what, changes) => {
    expect(valid({ config: changed(changes) })).toBe(false);
  });

  it("accepts what is not the platform's", () => {
    expect(valid({ encryptionsalt: "v1:…", config: changed({ "pulumi:tags": {} }) })).toBe(true);
  });
});

describe("what is generated from the schemas is up to date (npx tsx scripts/generate-config-docs.ts)", () => {
  it("schemas/stack.schema.json", () => {
    expect(JSON.parse(readFileSync(join(ROOT, "schemas/stack.schema.json"), "utf8"))).toEqual(
      JSON.parse(JSON.stringify(stackFileSchema())),
    );
  });

  it("docs/configuration.md", () => {
    expect(readFileSync(join(ROOT, "docs/configuration.md"), "utf8")).toBe(referencePage());
    expect(referencePage()).not.toMatch(/undefined|\[object/);
  });
});

describe("every key", () => {
  it("has a description, and examples that it accepts itself", () => {
    const properties = stackFileSchema().properties?.config?.properties ?? {};
    const ajv = new Ajv({ strict: false });
    const visit = (path: string, schema: (typeof properties)[string]): void => {
      if (path.match(/[^\]>]$/)) expect([path, schema.description]).toEqual([path, expect.stringMatching(/\.$|\)$/)]);
      for (const example of schema.examples ?? []) expect([path, ajv.validate(schema, example)]).toEqual([path, true]);
      for (const [name, child] of Object.entries(schema.properties ?? {})) visit(`${path}.${name}`, child);
      if (schema.items) visit(`${path}[]`, schema.items);
      if (typeof schema.additionalProperties === "object") visit(`${path}.<name>`, schema.additionalProperties);
    };
    for (const [name, schema] of Object.entries(properties)) visit(name, schema);
  });
});
