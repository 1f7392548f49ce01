import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type CommandResult, preview } from "./preview";

/** Mistakes in policy configuration end the command before anything is judged by settings that nobody meant. */
describe("npm run preview -- --policy-config", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "policy-config-"));
  const file = path.join(folder, "levels.json");
  const shown = path.relative(process.cwd(), file);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const withConfig = (text: string): CommandResult => {
    writeFileSync(file, text);
    return preview("dev", "--policy-config", file);
  };
  const problemsOf = (config: object): string[] => {
    const { status, stdout, stderr } = withConfig(JSON.stringify(config));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    return stderr.trim().split("\n");
  };

  it("names each unknown rule, level and key and each wrong value, with what is accepted", () => {
    expect(
      new Set(
        problemsOf({
          "ecs-services-no-public-ip": "mandatory",
          "kms-key-rotation": "blocking",
          "ecs-no-secrets-in-env": { name: "PASSWORD" },
          "log-group-retention": { minimumDays: "forever" },
          exemptions: { list: [{ rule: "kms-key-rotation", resource: "key", reason: "short", owner: "ops" }] },
        }),
      ),
    ).toEqual(
      new Set([
        `${shown}: unknown policy ecs-services-no-public-ip; did you mean ecs-service-no-public-ip?`,
        `${shown}: kms-key-rotation: unknown level "blocking"; accepted: advisory, mandatory, remediate, disabled`,
        `${shown}: ecs-no-secrets-in-env: unknown property name; accepted: names`,
        `${shown}: log-group-retention/minimumDays: must be integer`,
        `${shown}: exemptions/list/0: must have required property 'until'`,
        `${shown}: exemptions/list/0/reason: must NOT have fewer than 20 characters`,
      ]),
    );
  });

  it("refuses what is no JSON, and JSON that is no object of policies", () => {
    expect(withConfig("{")).toMatchObject({ status: 2, stdout: "" });
    expect(withConfig("[]").stderr.trim()).toBe(`${shown}: expected a JSON object of policy names`);
  });
});
