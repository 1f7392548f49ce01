import { readFileSync } from "node:fs";
import * as path from "node:path";
import Ajv from "ajv";
import * as fc from "fast-check";
import { StackFileError } from "../preview/failure";
import { ALIAS, finding, FOLDERS, KEY, report, SERVICE } from "../test-fixtures/report";
import { renderSarif, renderStackFileErrors } from "./sarif";
import type { Result, Run, SarifLog } from "./sarif-log";

const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(readFileSync(path.join(__dirname, "../../tests/fixtures/sarif-2.1.0-rtm.5.json"), "utf8")) as {
  [keyword: string]: unknown;
};
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
ajv.addFormat("date-time", true);
ajv.addFormat("uri", (text) => URL.canParse(text));
ajv.addFormat("uri-reference", (text) => URL.canParse(text, "https://example.com/") && !/[\s\\<>"{}|^`]/.test(text));
const isValid = ajv.compile(schema);

/** The log, which the standard's own schema must accept. */
function parse(text: string): { log: SarifLog; run: Run } {
  const log = JSON.parse(text) as SarifLog;
  isValid(log);
  expect(isValid.errors ?? []).toEqual([]);
  return { log, run: log.runs[0] as Run };
}

const { log, run } = parse(renderSarif(report, FOLDERS));
const [violation, advisory, undetermined, exempted, unused] = run.results as [Result, Result, Result, Result, Result];
const placed = (uri: string, startLine: number): object => ({
  artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
  region: { startLine },
});
const lineOf = (result: Result | undefined): unknown[] => {
  const { artifactLocation, region } = result?.locations[0]?.physicalLocation ?? {};
  return [artifactLocation?.uri, region?.startLine];
};

it("is a log of one run that keeps the stacks of a repository apart", () => {
  expect(log.version).toBe("2.1.0");
  expect(run.tool.driver).toMatchObject({ name: "platform preview", version: "platform 1.2.3" });
  expect(run.automationDetails.id).toBe("preview/app/Pulumi.prod.yaml/");
});

it("describes each rule in force once, with help, link, severity and controls", () => {
  expect(run.tool.driver.rules.map(({ id }) => id)).toEqual([
    "kms-key-rotation",
    "kms-key-window",
    "undetermined",
    "exemption-unused",
  ]);
  expect(run.tool.driver.rules[0]).toEqual({
    id: "kms-key-rotation",
    shortDescription: { text: "Keys rotate" },
    fullDescription: { text: "Keys rotate. Set enableKeyRotation." },
    help: {
      text: "Set enableKeyRotation.\n\nhttps://docs.aws.amazon.com/kms",
      markdown: "Set enableKeyRotation.\n\n[https://docs.aws.amazon.com/kms](https://docs.aws.amazon.com/kms)",
    },
    helpUri: "https://docs.aws.amazon.com/kms",
    defaultConfiguration: { level: "error" },
    properties: { tags: ["security", "KMS.4"], "security-severity": "9.5" },
  });
  expect(run.tool.driver.rules[1]).toMatchObject({
    defaultConfiguration: { level: "warning" },
    properties: { "security-severity": "2.0" },
  });
});

it("has a result for each finding, at the level of what it does", () => {
  expect(run.results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
    ["kms-key-rotation", 0, "error"],
    ["kms-key-window", 1, "warning"],
    ["kms-key-window", 1, "note"],
    ["kms-key-rotation", 0, "note"],
    ["exemption-unused", 3, "note"],
  ]);
  expect(violation.message.text).toBe("aws.kms.Key api key: enableKeyRotation: expected true; found <nothing>");
});

it("reports what is undetermined as an error where that blocks", () => {
  const strict = finding("kms-key-window", "not known yet", { urn: ALIAS, level: "mandatory" });
  const findings = { ...report.findings, violations: [], undetermined: [strict] };
  expect(parse(renderSarif({ ...report, findings }, FOLDERS)).run.results[0]?.level).toBe("error");
});

it("stands at the line that declares the resource, from the root of the repository", () => {
  expect(violation.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: "app/components/key%20ring/key.ts", uriBaseId: "%SRCROOT%" },
        region: { startLine: 25 },
      },
      logicalLocations: [{ name: "api key", fullyQualifiedName: KEY, kind: "resource" }],
    },
  ]);
  expect(violation.relatedLocations).toMatchObject([
    { message: { text: "In Service api" }, physicalLocation: { region: { startLine: 41 } } },
  ]);
});

it("stands at the key that the resource comes from, with the lines of the program beside it", () => {
  const causes = { [KEY]: { key: "platform:services.api", place: "Pulumi.prod.yaml:7:3" } };
  const [result] = parse(renderSarif({ ...report, causes }, FOLDERS)).run.results as [Result];
  expect(result.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: "app/Pulumi.prod.yaml", uriBaseId: "%SRCROOT%" },
        region: { startLine: 7, startColumn: 3 },
      },
      logicalLocations: [{ name: "api key", fullyQualifiedName: KEY, kind: "resource" }],
    },
  ]);
  expect(result.relatedLocations?.map(({ id, message, physicalLocation }) => [id, message, physicalLocation])).toEqual([
    [1, { text: "Declared as aws.kms.Key api key" }, placed("app/components/key%20ring/key.ts", 25)],
    [2, { text: "In Service api" }, placed("app/infra/index.ts", 41)],
  ]);
  expect(result.partialFingerprints).toEqual(violation.partialFingerprints);
});

it("falls back to the component's line, the policy configuration and the stack file", () => {
  expect(lineOf(undetermined)).toEqual(["app/infra/index.ts", 41]);
  expect(undetermined.locations[0]?.logicalLocations?.[0]?.fullyQualifiedName).toBe(ALIAS);
  expect(lineOf(unused)).toEqual(["app/policies/config/production.json", 1]);
  expect(unused.locations[0]?.logicalLocations).toBeUndefined();
  const { run: withoutSources } = parse(renderSarif({ ...report, sources: {} }, FOLDERS));
  expect(lineOf(withoutSources.results[0])).toEqual(["app/Pulumi.prod.yaml", 1]);
  const { run: elsewhere } = parse(renderSarif({ ...report, stackFile: "/tmp/a b.yaml", sources: {} }, FOLDERS));
  expect(elsewhere.results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual({
    uri: "file:///tmp/a%20b.yaml",
  });
});

it("suppresses what is exempted, with the reason, and nothing else", () => {
  expect(exempted.suppressions).toEqual([
    { kind: "external", status: "accepted", justification: "imported key (security, until 2099-12-31)" },
  ]);
  const others = [violation, advisory, undetermined, unused];
  expect(others.map(({ suppressions }) => suppressions)).toEqual([undefined, undefined, undefined, undefined]);
});

it("knows a finding again when its line, or what was found, has changed; not on another property or resource", () => {
  const fingerprint = (message: string, urn: string, line: number): unknown => {
    const findings = { ...report.findings, violations: [finding("kms-key-window", message, { urn })] };
    const moved = { ...report, findings, sources: { [SERVICE]: `infra/index.ts:${line}` } };
    return parse(renderSarif(moved, FOLDERS)).run.results[0]?.partialFingerprints["finding/v1"];
  };
  const first = fingerprint("days: expected 7; found 3", KEY, 1);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(fingerprint("days: expected 30; found 4", KEY, 2)).toBe(first);
  expect(fingerprint("policy: expected 7; found 3", KEY, 1)).not.toBe(first);
  expect(fingerprint("days: expected 7; found 3", ALIAS, 1)).not.toBe(first);
});

it("is valid whatever messages, names and descriptions hold", () => {
  const text = fc.string({ unit: "binary", minLength: 1 });
  fc.assert(
    fc.property(text, text, text, (message, name, words) => {
      const urn = `urn:pulumi:prod::platform::aws:kms/key:Key::${name}`;
      const findings = { ...report.findings, violations: [finding("kms-key-window", message, { urn })] };
      const pack = { name: words, version: words, rules: [{ id: words, level: "mandatory" as const, fix: words }] };
      parse(renderSarif({ ...report, findings, pack }, FOLDERS));
    }),
    { numRuns: 50 },
  );
});

it("shows a refused stack file at its wrong keys", () => {
  const { run: failed } = parse(
    renderStackFileErrors(
      new StackFileError([
        {
          place: "Pulumi.prod.yaml:7:12",
          message: "platform:port",
          got: "80a",
          expected: "a whole number",
          fix: "give one",
        },
      ]),
      FOLDERS,
    ),
  );
  expect(failed.tool.driver.name).toBe(run.tool.driver.name);
  expect(failed.automationDetails.id).toBe("preview/app/Pulumi.prod.yaml/");
  expect(failed.results).toMatchObject([
    {
      ruleId: "stack-file",
      level: "error",
      message: { text: "platform:port; got 80a; accepted: a whole number; give one" },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "app/Pulumi.prod.yaml" },
            region: { startLine: 7, startColumn: 12 },
          },
        },
      ],
    },
  ]);
});
