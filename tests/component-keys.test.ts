import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ManifestResource } from "@platform/simulator";
import { componentKeys } from "../infra/component-keys";
import { parseStackConfig } from "../infra/config";
import { pulumiForm, stackFile } from "../infra/config/test-stack";
import { GoldenManifest } from "./manifest";
import { preview, ROOT, STACKS } from "./preview";

const stackOf = (file: string): string => path.basename(file).replace(/^Pulumi\.|\.yaml$/g, "");

/** The resources at the top of a stack. */
const topOf = (resources: readonly ManifestResource[]): ManifestResource[] =>
  resources.filter(
    ({ type, parent }) => type !== "pulumi:pulumi:Stack" && (!parent || parent.includes("pulumi:pulumi:Stack")),
  );

/** Type and name of each resource that a stack file is said to have at the top, and of each that it has. */
function namedAndMade(file: string, resources: readonly ManifestResource[]): { named: string[]; made: string[] } {
  const config = parseStackConfig(pulumiForm(stackFile(file)), stackOf(file), file);
  return {
    named: componentKeys(config)
      .map(({ type, name }) => `${type} ${name}`)
      .sort(),
    made: topOf(resources)
      .map(({ type, name }) => `${type} ${name}`)
      .sort(),
  };
}

// A new component needs an entry in infra/component-keys.ts.
describe("each component at the top of a stack is said to come from a key, and none that is not there", () => {
  it.each(STACKS)("in %s", (stack) => {
    const file = stack.endsWith(".yaml") ? stack : `Pulumi.${stack}.yaml`;
    const { named, made } = namedAndMade(file, new GoldenManifest(stackOf(file)).resources);
    expect(named).toEqual(made);
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
      ["away", AWAY, ["EncryptionKey edge-key", "ServiceImage api-image", "AliasRecord www.example.com"]],
      ["direct", DIRECT, ["WebAclAssociation firewall-association"]],
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
        const { stdout, stderr } = preview(file, "--json");
        if (!stdout) throw new Error(stderr);
        const { manifest, causes } = JSON.parse(stdout);
        const { named, made } = namedAndMade(path.relative(ROOT, file), manifest.resources);
        expect(named).toEqual(made);
        expect(made).toEqual(expect.arrayContaining(expected.map((each) => `platform:index:${each}`)));

        const lines = text.split("\n");
        for (const { urn, name: resource } of topOf(manifest.resources)) {
          const { key, place } = causes[urn] ?? {};
          const line = lines[Number(/:(\d+):\d+$/.exec(place)?.[1]) - 1];
          // The line of the key, or of the nearest above it that is written.
          const isShown = String(key)
            .split(/[.[\]]/)
            .some((part) => line?.includes(`${part}:`) || line?.includes("[www."));
          expect([resource, key, line, isShown]).toEqual([resource, key, line, true]);
        }
      },
      60_000,
    );
  });
});
