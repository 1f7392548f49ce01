import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { credentials } from "@grpc/grpc-js";
import * as pulumi from "@pulumi/pulumi";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  ConfigureRequest,
  type ConfigureResponse,
  CreateRequest,
  type CreateResponse,
  DiffRequest,
  DiffResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { AwsEndpoint } from "../testing/aws-endpoint";
import { declare } from "../testing/declared";
import { DeploymentCheck, OneOffTask } from ".";
import { check, FAMILY, task } from "./test-inputs";

const ROOT = path.join(__dirname, "../..");
/** Pulumi's own plugin for dynamic resources, which the CLI starts in the program's folder. */
class Plugin {
  private constructor(
    private readonly process: ChildProcess,
    private readonly client: ResourceProviderClient,
  ) {}

  static async start(): Promise<Plugin> {
    const script = createRequire(__filename).resolve("@pulumi/pulumi/cmd/dynamic-provider");
    const child = spawn(process.execPath, [script, "127.0.0.1:1"], {
      cwd: ROOT,
      // A test has an environment of its own.
      env: process.env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const port = await new Promise<string>((resolve, reject) => {
      child.stdout.once("data", (line: Buffer) => resolve(line.toString().trim()));
      child.once("exit", (code) => reject(new Error(`the plugin ended with ${code}`)));
    });
    const plugin = new Plugin(child, new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure()));
    await plugin.configure();
    return plugin;
  }

  configure(): Promise<ConfigureResponse> {
    const request = new ConfigureRequest().setArgs(Struct.fromJavaScript({}));
    return this.call((done) => this.client.configure(request, done));
  }

  stop(): void {
    this.client.close();
    this.process.kill();
  }

  create(inputs: { [name: string]: never }): Promise<CreateResponse> {
    return this.call((done) =>
      this.client.create(new CreateRequest().setProperties(Struct.fromJavaScript(inputs)), done),
    );
  }

  diff(olds: { [name: string]: never }, news: { [name: string]: never }): Promise<DiffResponse> {
    const request = new DiffRequest().setOlds(Struct.fromJavaScript(olds)).setNews(Struct.fromJavaScript(news));
    return this.call((done) => this.client.diff(request, done));
  }

  private call<Response>(
    send: (done: (error: { details: string } | null, response: Response) => void) => unknown,
  ): Promise<Response> {
    return new Promise((resolve, reject) => {
      send((error, response) => (error ? reject(new Error(error.details)) : resolve(response)));
    });
  }
}

describe("an operation's provider, in Pulumi's own plugin", () => {
  let aws: AwsEndpoint;
  let plugin: Plugin;
  let checkInputs: { [name: string]: never };
  let taskInputs: { [name: string]: never };

  beforeAll(async () => {
    aws = await AwsEndpoint.start();
    const declared = await declare(() => {
      new DeploymentCheck("api", check, {});
      new OneOffTask("migration", task, {});
    });
    checkInputs = declared.one("pulumi-nodejs:dynamic/operations:DeploymentCheck").inputs;
    taskInputs = declared.one("pulumi-nodejs:dynamic/operations:OneOffTask").inputs;
    plugin = await Plugin.start();
  }, 60_000);

  afterAll(async () => {
    plugin.stop();
    await aws.stop();
  });

  it("loads from what the resource carries, and does the work", async () => {
    aws.reset({
      DescribeServices: () => ({
        services: [{ status: "ACTIVE", deployments: [{ status: "PRIMARY", taskDefinition: `${FAMILY}:42` }] }],
      }),
      ListServiceDeployments: () => ({ serviceDeployments: [] }),
    });

    const response = await plugin.create(checkInputs);
    expect(response.getId()).toBe("api-0a1b2c3");
    expect(response.getProperties()?.toJavaScript()).toEqual(checkInputs);
  }, 60_000);

  it("fails the update with the whole message", async () => {
    aws.reset({
      DescribeServices: () => ({
        services: [{ status: "ACTIVE", deployments: [{ status: "PRIMARY", taskDefinition: `${FAMILY}:41` }] }],
      }),
      ListServiceDeployments: () => ({ serviceDeployments: [] }),
      ListTasks: () => ({ taskArns: [] }),
    });

    await expect(plugin.create(checkInputs)).rejects.toThrow(
      "does not run the version that was asked for.\n  asked for: pm-prod-api:42\n  running: pm-prod-api:41\n",
    );
  }, 60_000);

  it("is not asked at a preview", async () => {
    expect((await plugin.configure()).getSupportspreview()).toBe(false);
  });

  it("runs a task again for what is not known yet, and for nothing else than its triggers", async () => {
    const changes = async (news: object) =>
      (await plugin.diff(taskInputs, { ...taskInputs, ...news } as typeof taskInputs)).getChanges();
    const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;

    expect(await changes({ taskDefinitionArn: `${FAMILY}-migrations:8` })).toBe(DIFF_NONE);
    expect(await changes({ triggers: { image: "api@sha256:ffff" } })).toBe(DIFF_SOME);
    expect(await changes({ triggers: { image: pulumi.runtime.unknownValue } })).toBe(DIFF_SOME);
  }, 60_000);
});
