import { writeFileSync } from "node:fs";
import path from "node:path";
import { labelOf } from "../../engine/urn";
import { EngineStack, type Run } from "../../engine/stack";
import { fixtureProject } from "../../engine/workspace";
import { ROOT } from "../preview";

const KEY = "aws:kms/key:Key key";
const ROLE = "aws:iam/role:Role role";
const POLICY = "aws:iam/rolePolicy:RolePolicy policy";

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

const exemption = (rule: string, resource: string, until: string): object => ({
  rule,
  resource,
  reason: "Needed by the tests of enforcement alone",
  owner: "platform team",
  until,
});

describe("the policy pack in the engine", () => {
  let stack: EngineStack;
  beforeEach(async () => {
    stack = await EngineStack.create(fixtureProject(path.join(__dirname, "fixtures/rule-breaker"), "test"));
  });
  afterEach(() => stack.dispose());

  /** Arguments that turn on only what the test is about. */
  function pack(config: object): string[] {
    const file = path.join(stack.workspace.folder, "policies.json");
    writeFileSync(file, JSON.stringify({ all: "disabled", undetermined: "advisory", ...config }));
    return ["--policy-pack", stack.workspace.policyPack, "--policy-pack-config", file];
  }

  const up = (config: object): Promise<Run> => stack.up(...pack(config));
  const inAccount = (): string[] =>
    stack.account
      .resources()
      .map(({ urn }) => labelOf(urn))
      .sort();
  const keyInAccount = () => stack.account.resources().find(({ type }) => type === "aws:kms/key:Key");
  const told = ({ log }: Run, level: string): string[][] =>
    log.violations(level).map(({ policy, resource, message }) => [policy, resource ?? "", message]);

  it("stops before the resource is made, at level mandatory", async () => {
    const run = await up({ "kms-key-rotation": "mandatory" });
    expect(run.status).not.toBe(0);
    expect(told(run, "mandatory")).toEqual([
      ["kms-key-rotation", KEY, expect.stringContaining("enableKeyRotation: expected true; found false")],
    ]);
    expect(inAccount()).not.toContain(KEY);
  });

  it("reports and goes on, at level advisory", async () => {
    const run = await up({ "kms-key-rotation": "advisory" });
    expect(run.status).toBe(0);
    expect(told(run, "advisory")).toEqual([["kms-key-rotation", KEY, expect.stringContaining("enableKeyRotation")]]);
    expect(inAccount()).toEqual([POLICY, ROLE, KEY].sort());
  });

  it("says nothing, at level disabled", async () => {
    const run = await up({});
    expect([run.status, told(run, "advisory"), told(run, "mandatory")]).toEqual([0, [], []]);
  });

  it("changes what is deployed, at level remediate, and has nothing more to change then", async () => {
    const config = { "kms-key-rotation": "remediate" };
    expect((await up(config)).status).toBe(0);
    expect(keyInAccount()?.inputs).toMatchObject({ enableKeyRotation: true });
    expect((await stack.preview("--expect-no-changes", ...pack(config))).status).toBe(0);
  });

  it("leaves open in the preview what only the update can tell, and stops the update there", async () => {
    const config = { "iam-no-admin-policy": "mandatory" };
    const preview = await stack.preview(...pack(config));
    expect([preview.status, told(preview, "mandatory")]).toEqual([0, []]);
    expect(told(preview, "advisory")).toEqual([
      ["undetermined", POLICY, expect.stringContaining("iam-no-admin-policy: policy is not known yet")],
    ]);
    const update = await up(config);
    expect(update.status).not.toBe(0);
    expect(told(update, "mandatory")).toEqual([
      ["iam-no-admin-policy", POLICY, expect.stringContaining("every action on everything")],
    ]);
    expect(inAccount()).toEqual([ROLE, KEY].sort());
  });

  it("takes the files of policies/config as they are", async () => {
    const shipped = (profile: string): string[] => [
      ...["--policy-pack", stack.workspace.policyPack],
      ...["--policy-pack-config", path.join(ROOT, `policies/config/${profile}.json`)],
    ];
    const rotation = ["kms-key-rotation", KEY, expect.stringContaining("enableKeyRotation")];
    const production = await stack.preview(...shipped("production"));
    expect(told(production, "mandatory")).toContainEqual(rotation);
    // An update ends with the first of several violations that it meets, whichever that is.
    const update = await stack.up(...shipped("production"));
    expect(update.status).not.toBe(0);
    expect(inAccount()).toEqual([]);
    const development = await stack.preview(...shipped("development"));
    expect(told(development, "advisory")).toContainEqual(rotation);
  });

  it("lets an exemption pass until it ends, and tells of it", async () => {
    const levels = { "kms-key-rotation": "mandatory", "exemption-used": "advisory" };
    const withExemption = (until: string): object => ({
      ...levels,
      exemptions: { enforcementLevel: "mandatory", list: [exemption("kms-key-rotation", "key", until)] },
    });
    const expired = told(await stack.preview(...pack(withExemption(day(-1)))), "mandatory");
    expect(expired).toContainEqual(["exemptions", expect.anything(), expect.stringContaining(`ended on ${day(-1)}`)]);
    expect(expired).toContainEqual(["kms-key-rotation", KEY, expect.anything()]);
    expect((await up(withExemption(day(-1)))).status).not.toBe(0);
    expect(inAccount()).not.toContain(KEY);
    const valid = await up(withExemption(day(1)));
    expect([valid.status, told(valid, "mandatory")]).toEqual([0, []]);
    expect(told(valid, "advisory")).toEqual([["exemption-used", KEY, expect.stringContaining("platform team")]]);
    expect(inAccount()).toContain(KEY);
  });
});
