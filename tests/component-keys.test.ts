import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ManifestResource } from "@platform/simulator";
import { preview, ROOT } from "./preview";

interface Report {
  manifest: { resources: ManifestResource[] };
  causes: { [urn: string]: { key: string; place: string } };
}

const STACK_TYPE = "pulumi:pulumi:Stack";

function reportOf(stack: string): Report {
  const { stdout, stderr } = preview(stack, "--json");
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as Report;
}

/** `Bucket static`: what is at the top of the stack, with the key that it comes from. */
const keysOf = ({ manifest, causes }: Report): { [resource: string]: string | undefined } =>
  Object.fromEntries(
    manifest.resources
      .filter(({ type, parent }) => type !== STACK_TYPE && (!parent || parent.includes(STACK_TYPE)))
      .map(({ type, name, urn }) => [`${type.split(":").at(-1)} ${name}`, causes[urn]?.key]),
  );

describe("what a stack declares is shown at the key that it comes from", () => {
  const report = reportOf("prod");

  it("has a key for every resource", () => {
    const without = report.manifest.resources.filter(({ type, urn }) => type !== STACK_TYPE && !report.causes[urn]);
    expect(without).toEqual([]);
  });

  it("names the entry, not only its section", () => {
    expect(keysOf(report)).toMatchObject({
      "aws aws": "aws:region",
      "Network network": "platform:network",
      "WebService api": "platform:services.api",
      "Repository api-repository": "platform:services.api.image",
      "Connection api-database": "platform:services.api.uses",
      "PostgresDatabase database": "platform:database",
      "MetricAlarms database-alarms": "platform:database",
      "Bucket documents": "platform:buckets.documents",
      "MetricAlarms documents-replication-alarms": "platform:buckets.documents.replication",
      "Secret jwt-secret-key": "platform:secrets.JWT_SECRET_KEY",
      "Cdn cdn": "platform:cdn",
      "AlarmTopic alarms": "platform:alarms",
    });
  });

  it("gives what is inside a component the component's key", () => {
    const task = report.manifest.resources.find(
      ({ type, name }) => type === "aws:ecs/taskDefinition:TaskDefinition" && name === "api",
    );
    expect(report.causes[task?.urn ?? ""]?.key).toBe("platform:services.api");
  });

  it("falls back to the profile for what every stack has", () => {
    expect(keysOf(report)["EncryptionKey data-key"]).toBe("platform:profile");
  });
});

describe("in variants that show what no stack of the repository has", () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), "component-keys-"))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const AWAY: [search: string | RegExp, replacement: string][] = [
    ["aws:region: us-east-1", "aws:region: eu-central-1"],
    ["[us-east-1a, us-east-1b]", "[eu-central-1a, eu-central-1b]"],
    [/image:\n\s+digest: \S+/, "build: { context: . }"],
    ["zone: example.com", "zone: example.com\n    alternativeNames: [www.example.com]"],
  ];
  const DIRECT: typeof AWAY = [
    [/ {2}platform:cdn:\n( {4}.*\n)+/, "  platform:reasons: { cdn: Partners reach this service by address alone }\n"],
    ["platform:firewall:", "platform:loadBalancer: { idleTimeout: 120 }\n  platform:firewall:"],
  ];

  it.each([
    [
      "away",
      AWAY,
      {
        "EncryptionKey edge-key": "platform:cdn",
        "ServiceImage api-image": "platform:services.api.build",
        "AliasRecord www.example.com": "platform:domain.alternativeNames[0]",
      },
    ],
    [
      "direct",
      DIRECT,
      {
        "WebAclAssociation firewall-association": "platform:firewall",
        "LoadBalancer ingress": "platform:loadBalancer",
      },
    ],
  ] as const)(
    "%s, and the preview finds the line of each key",
    (name, edits, expected) => {
      let text = readFileSync(path.join(ROOT, "Pulumi.prod.yaml"), "utf8");
      for (const [search, replacement] of edits) {
        expect(text).toMatch(search);
        text = text.replace(search, replacement);
      }
      const file = path.join(folder, `Pulumi.${name}.yaml`);
      writeFileSync(file, text);
      const report = reportOf(file);
      expect(keysOf(report)).toMatchObject(expected);

      const lines = text.split("\n");
      for (const { key, place } of Object.values(report.causes)) {
        const line = lines[Number(/:(\d+):\d+$/.exec(place)?.[1]) - 1];
        // The line of the key, or of the nearest above it that is written.
        const isShown = key.split(/[.[\]]/).some((part) => line?.includes(`${part}:`) || line?.includes("[www."));
        expect([key, line, isShown]).toEqual([key, line, true]);
      }
    },
    120_000,
  );
});
