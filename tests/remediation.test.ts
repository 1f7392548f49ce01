import path from "node:path";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { RemediateResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import { type RecordedResource, type Recording, UNKNOWN_VALUE, type WireObject } from "@platform/simulator";
import { Analyzer } from "../cli/policy/analyzer";
import { type PackProcess, startPack } from "../cli/policy/pack-process";
import { settingsOf } from "../cli/policy/policy-config";
import { analyzeRequest } from "../cli/policy/wire";
import { ROOT } from "./preview";

/** A secret as the engine writes it. */
const secret = (value: WireObject[string]): WireObject => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  value,
});

const resourceOf = (type: string, name: string, inputs: WireObject): RecordedResource => ({
  urn: `urn:pulumi:test::platform::${type}::${name}`,
  type,
  name,
  custom: type.startsWith("aws:"),
  remote: false,
  inputs,
  state: {},
  dependencies: [],
  propertyDependencies: {},
  options: {},
});
const SERVICE = "aws:ecs/service:Service";
const recording = (...resources: RecordedResource[]): Recording => ({
  project: "platform",
  stack: "test",
  view: "preview",
  resources,
  invokes: [],
  outputs: {},
  unsimulated: [],
});

describe("remedies, over the policy pack's own protocol", () => {
  let pack: PackProcess;
  let analyzer: Analyzer;
  let client: AnalyzerClient;

  beforeAll(async () => {
    pack = startPack(path.join(ROOT, "policies"));
    const address = await pack.address;
    analyzer = new Analyzer(address);
    client = new AnalyzerClient(address, credentials.createInsecure());
  }, 30_000);

  afterAll(() => {
    analyzer.close();
    (client as unknown as { close(): void }).close();
    pack.stop();
  });

  /** The properties after each remedy, by rule, as the engine gets them at these levels, the others being off. */
  async function remedies(
    config: { [policy: string]: string | object },
    { type, inputs }: { type: string; inputs: WireObject },
  ): Promise<[rule: string, properties: unknown][]> {
    const settings = settingsOf(await analyzer.policies(), { all: "disabled", ...config } as never, "test");
    await analyzer.configure(settings, recording());
    // The engine's first resource is the stack itself.
    await analyzer.analyze(recording(resourceOf("pulumi:pulumi:Stack", "platform-test", {})), {});
    const request = analyzeRequest(resourceOf(type, "web", inputs), undefined);
    const response = await new Promise<RemediateResponse>((resolve, reject) => {
      client.remediate(request, (error, reply) => (error ? reject(error) : resolve(reply)));
    });
    return response.getRemediationsList().map((each) => {
      expect(each.getDiagnostic()).toBe("");
      return [each.getPolicyname(), each.getProperties()?.toJavaScript()];
    });
  }

  const publicService = {
    networkConfiguration: { assignPublicIp: true, subnets: [secret("subnet-1")], securityGroups: UNKNOWN_VALUE },
    tags: { owner: secret("hunter2") },
  };
  const privateService = {
    ...publicService,
    networkConfiguration: { ...publicService.networkConfiguration, assignPublicIp: false },
  };

  it("returns the properties mended, with secrets and unknown values as they came", async () => {
    expect(
      await remedies({ "ecs-service-no-public-ip": "remediate" }, { type: SERVICE, inputs: publicService }),
    ).toEqual([["ecs-service-no-public-ip", privateService]]);
  });

  it.each(["mandatory", "advisory", "disabled"])("changes nothing at level %s", async (level) => {
    expect(await remedies({ "ecs-service-no-public-ip": level }, { type: SERVICE, inputs: publicService })).toEqual([]);
  });

  it("changes nothing in a resource that satisfies the rule, or of which nobody can tell", async () => {
    const config = { "ecs-service-no-public-ip": "remediate" };
    const unknown = { networkConfiguration: { assignPublicIp: UNKNOWN_VALUE } };
    expect(await remedies(config, { type: SERVICE, inputs: privateService })).toEqual([]);
    expect(await remedies(config, { type: SERVICE, inputs: unknown })).toEqual([]);
  });

  it("looks into secrets, and writes what replaces one as a secret", async () => {
    const config = { "ecs-service-no-public-ip": "remediate", "ecs-circuit-breaker": "remediate" };
    const inputs = {
      networkConfiguration: { assignPublicIp: secret(true) },
      deploymentCircuitBreaker: secret({ enable: true, rollback: true }),
    };
    expect(await remedies(config, { type: SERVICE, inputs })).toEqual([
      ["ecs-service-no-public-ip", { ...inputs, networkConfiguration: { assignPublicIp: secret(false) } }],
    ]);
  });

  it("passes one rule's remedy on to the next", async () => {
    const config = { "ecs-service-no-public-ip": "remediate", "ecs-circuit-breaker": "remediate" };
    const deploymentCircuitBreaker = { enable: true, rollback: true };
    const mended = await remedies(config, { type: SERVICE, inputs: publicService });
    expect(mended.map(([rule]) => rule).sort()).toEqual(["ecs-circuit-breaker", "ecs-service-no-public-ip"]);
    expect(mended.at(-1)?.[1]).toEqual({ ...privateService, deploymentCircuitBreaker });
  });

  it("adds to and takes from lists beside secrets and unknown values", async () => {
    const cluster = { settings: [{ name: "other", value: secret("x") }] };
    const insights = { name: "containerInsights", value: "enabled" };
    expect(
      await remedies({ "ecs-container-insights": "remediate" }, { type: "aws:ecs/cluster:Cluster", inputs: cluster }),
    ).toEqual([["ecs-container-insights", { settings: [...cluster.settings, insights] }]]);
    const snapshot = { sharedAccounts: ["all", secret("123456789012"), UNKNOWN_VALUE] };
    expect(
      await remedies({ "rds-snapshot-private": "remediate" }, { type: "aws:rds/snapshot:Snapshot", inputs: snapshot }),
    ).toEqual([["rds-snapshot-private", { sharedAccounts: [secret("123456789012"), UNKNOWN_VALUE] }]]);
  });

  it("takes parameters, and does not undo a deployment that is in order already", async () => {
    const config = { "rds-backup-retention": { enforcementLevel: "remediate", days: 30 } };
    const instance = (backupRetentionPeriod: number) => ({
      type: "aws:rds/instance:Instance",
      inputs: { password: secret("hunter2"), backupRetentionPeriod },
    });
    expect(await remedies(config, instance(7))).toEqual([["rds-backup-retention", instance(30).inputs]]);
    expect(await remedies(config, instance(30))).toEqual([]);
  });

  it("mends what a resource lacks although the verdict takes its stack", async () => {
    const repository = {
      type: "aws:ecr/repository:Repository",
      inputs: { name: "shop/web", tags: secret({ a: "b" }) },
    };
    expect(await remedies({ "ecr-scan-on-push": "remediate" }, repository)).toEqual([
      ["ecr-scan-on-push", { ...repository.inputs, imageScanningConfiguration: { scanOnPush: true } }],
    ]);
    expect(await remedies({ "ecr-scan-on-push": "mandatory" }, repository)).toEqual([]);
  });

  it("adds tags whose values the configuration gives, beside secrets", async () => {
    const config = {
      "pulumi-required-tags": { enforcementLevel: "remediate", keys: ["team", "owner"], values: { team: "shop" } },
    };
    const queue = { type: "aws:sqs/queue:Queue", inputs: { tags: { stack: secret("prod") }, tagsAll: {} } };
    expect(await remedies(config, queue)).toEqual([
      ["pulumi-required-tags", { tags: { stack: secret("prod"), team: "shop" }, tagsAll: { team: "shop" } }],
    ]);
  });

  it("leaves what an exemption accepts as it is", async () => {
    const exemption = {
      rule: "ecs-service-no-public-ip",
      resource: "web",
      reason: "The vendor's probe must reach the tasks",
      owner: "operations",
      until: new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10),
    };
    const config = {
      exemptions: { enforcementLevel: "mandatory", list: [exemption] },
      "ecs-service-no-public-ip": "remediate",
    };
    expect(await remedies(config, { type: SERVICE, inputs: publicService })).toEqual([]);
  });
});
