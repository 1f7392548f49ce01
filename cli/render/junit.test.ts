import { finding, FOLDERS, KEY, report } from "../test-fixtures/report";
import { renderJunit } from "./junit";

it("has a suite for each rule in force and a case for each resource", () => {
  expect(renderJunit(report, FOLDERS)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="platform/prod" tests="7" failures="1" errors="0" skipped="2" time="1.5">
  <testsuite name="kms-key-rotation" tests="2" failures="1" errors="0" skipped="1">
    <testcase classname="kms-key-rotation" name="aws.kms.Key api key" file="app/components/key ring/key.ts" line="25">
      <failure message="enableKeyRotation: expected true; found &lt;nothing&gt;" type="mandatory, critical">app/components/key ring/key.ts:25
enableKeyRotation: expected true; found &lt;nothing&gt;
Keys rotate. Set enableKeyRotation.
https://docs.aws.amazon.com/kms</failure>
    </testcase>
    <testcase classname="kms-key-rotation" name="aws.kms.Alias api-alias" file="app/infra/index.ts" line="41">
      <skipped message="exempted: imported key (security, until 2099-12-31)"/>
    </testcase>
  </testsuite>
  <testsuite name="kms-key-window" tests="3" failures="0" errors="0" skipped="1">
    <testcase classname="kms-key-window" name="aws.kms.Key api key" file="app/components/key ring/key.ts" line="25">
      <system-out>app/components/key ring/key.ts:25
advisory, low: deletionWindowInDays: expected at least 7; found 3</system-out>
    </testcase>
    <testcase classname="kms-key-window" name="aws.kms.Alias api-alias" file="app/infra/index.ts" line="41">
      <skipped message="undetermined: targetKeyId is not known yet"/>
    </testcase>
    <testcase classname="kms-key-window" name="the stack" file="app/policies/config/production.json" line="1">
      <system-out>app/policies/config/production.json:1
advisory: unused exemption: the exemption of old (security) covered nothing</system-out>
    </testcase>
  </testsuite>
  <testsuite name="undetermined" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="undetermined" name="undetermined"/>
  </testsuite>
  <testsuite name="exemption-unused" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="exemption-unused" name="exemption-unused"/>
  </testsuite>
</testsuites>
`);
});

it("names the key that a resource comes from and the line of the program", () => {
  const causes = { [KEY]: { key: "platform:services.api", place: "Pulumi.prod.yaml:7:3" } };
  expect(renderJunit({ ...report, causes }, FOLDERS)).toContain(
    `name="aws.kms.Key api key" file="app/Pulumi.prod.yaml" line="7">
      <failure message="enableKeyRotation: expected true; found &lt;nothing&gt;" type="mandatory, critical">Pulumi.prod.yaml:7 platform:services.api · components/key ring/key.ts:25
`,
  );
});

it("fails for the worst that a rule says of a resource, and tells all of it", () => {
  const also = finding("kms-key-rotation", "tail", { urn: KEY });
  const findings = { ...report.findings, undetermined: [also] };
  const text = renderJunit({ ...report, findings }, FOLDERS);
  expect(text).toMatch(/<failure [^>]*>[^<]*enableKeyRotation[^<]*\nundetermined: tail\n/);
});

it("fails for what is undetermined where that blocks", () => {
  const undetermined = report.findings.undetermined.map((each) => ({ ...each, level: "mandatory" as const }));
  const text = renderJunit({ ...report, findings: { ...report.findings, undetermined } }, FOLDERS);
  expect(text).toContain('<failure message="undetermined: targetKeyId is not known yet" type="mandatory">');
  expect(text).toContain('failures="2" errors="0" skipped="1"');
});

it("has a suite of their own for exemptions that name no rule of the pack", () => {
  const exemptionsUnused = [finding("gone", "the exemption of old (security) covered nothing")];
  const text = renderJunit({ ...report, findings: { ...report.findings, exemptionsUnused } }, FOLDERS);
  expect(text).toContain('<testsuite name="gone" tests="1" failures="0" errors="0" skipped="0">');
});
