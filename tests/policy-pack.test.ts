import path from "node:path";
import { UNKNOWN_VALUE, type RecordedResource, type Recording, type WireObject } from "@platform/simulator";
import { Analyzer } from "../cli/policy/analyzer";
import { type PackProcess, startPack } from "../cli/policy/pack-process";
import { type PolicySettings, settingsOf } from "../cli/policy/policy-config";
import { rules } from "../policies/rules";
import { ROOT } from "./preview";

const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "hunter2" };
const TODAY = new Date();
const day = (offset: number): string => new Date(TODAY.getTime() + offset * 86_400_000).toISOString().slice(0, 10);

const service = (name: string, assignPublicIp: WireObject[string]): RecordedResource => ({
  urn: `urn:pulumi:test::platform::aws:ecs/service:Service::${name}`,
  type: "aws:ecs/service:Service",
  name,
  custom: true,
  remote: false,
  inputs: { networkConfiguration: { assignPublicIp, subnets: [SECRET] } },
  state: {},
  dependencies: [],
  propertyDependencies: {},
  options: {},
});

const recordingOf = (...resources: RecordedResource[]): Recording => ({
  project: "platform",
  stack: "test",
  view: "preview",
  resources,
  invokes: [],
  outputs: {},
  unsimulated: [],
});

const RULE = "ecs-service-no-public-ip";

// Each analysis is a round trip to another process, which takes its time on a busy machine.
jest.setTimeout(60_000);

describe("the policy pack, over its own protocol", () => {
  let pack: PackProcess;
  let analyzer: Analyzer;

  beforeAll(async () => {
    pack = startPack(path.join(ROOT, "policies"));
    analyzer = new Analyzer(await pack.address);
  }, 30_000);

  afterAll(() => {
    analyzer.close();
    pack.stop();
  });

  /** What the pack says by one rule of these resources with these exemptions in force, as rule, level and message. */
  async function findings(exemptions: object[], ...resources: RecordedResource[]): Promise<string[][]> {
    const config = { exemptions: { list: exemptions } };
    const settings: ReadonlyMap<string, PolicySettings> = settingsOf(await analyzer.policies(), config, "test");
    await analyzer.configure(settings, recordingOf());
    const found = await analyzer.analyze(recordingOf(...resources), {});
    return found
      .map(({ rule, level, message }) => [rule, level, message])
      .filter((finding) => finding.join(" ").includes(RULE));
  }

  const exemption = {
    rule: RULE,
    resource: "web",
    reason: "The vendor's probe must reach the tasks",
    owner: "operations",
    until: day(10),
  };
  const violation = [
    RULE,
    "mandatory",
    "networkConfiguration.assignPublicIp: expected false or absent; found a public address for every task",
  ];

  it("offers every rule, with those that report what the others leave open", async () => {
    const policies = await analyzer.policies();
    const own = ["exemptions", "undetermined", "exemption-used", "exemption-unused"];
    expect(policies.map(({ name }) => name).sort()).toEqual([...rules.map(({ id }) => id), ...own].sort());
    expect(policies[0]?.name).toBe("exemptions");
    expect(policies.slice(-3).map(({ name }) => name)).toEqual(own.slice(1));
  });

  it("blocks on critical and high rules by itself, advises on the others, and leaves out what is asked for only", async () => {
    const levels = new Map((await analyzer.policies()).map(({ name, level }) => [name, level]));
    for (const { id, severity, optIn } of rules) {
      const blocks = severity === "critical" || severity === "high" ? "mandatory" : "advisory";
      expect([id, levels.get(id)]).toEqual([id, optIn ? "disabled" : blocks]);
    }
  });

  it("finds nothing in a good resource", async () => {
    expect(await findings([], service("web", false))).toEqual([]);
  });

  it("tells a violation by path, and what is not known yet apart from it", async () => {
    expect(await findings([], service("web", true), service("api", UNKNOWN_VALUE))).toEqual([
      violation,
      ["undetermined", "advisory", "ecs-service-no-public-ip: networkConfiguration.assignPublicIp is not known yet"],
    ]);
  });

  it("accepts what an exemption covers and says so", async () => {
    const used = `ecs-service-no-public-ip: ${exemption.reason} (operations, until ${exemption.until})`;
    expect(await findings([exemption], service("web", true))).toEqual([["exemption-used", "advisory", used]]);
  });

  it("tells an exemption that nothing needs", async () => {
    expect(await findings([exemption], service("web", false))).toEqual([
      ["exemption-unused", "advisory", "ecs-service-no-public-ip: the exemption of web (operations) covered nothing"],
    ]);
  });

  it("blocks on an exemption that has ended, and on the violation that it no longer covers", async () => {
    const ended = { ...exemption, until: day(-1) };
    expect(await findings([ended], service("web", true))).toEqual([
      violation,
      [
        "exemptions",
        "mandatory",
        `ecs-service-no-public-ip: the exemption of web (operations) ended on ${ended.until}`,
      ],
    ]);
  });
});
