import * as pulumi from "@pulumi/pulumi";
import { RegisterResourceRequest, ResourceInvokeRequest } from "@pulumi/pulumi/proto/resource_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { record, type Recording, type RecordedResource, Simulator, toManifest, UNKNOWN_VALUE, type View } from ".";
import { RecordingMonitor } from "./monitor";

class Key extends pulumi.CustomResource {
  declare readonly arn: pulumi.Output<string>;
  constructor(name: string, args: pulumi.Inputs, opts?: pulumi.CustomResourceOptions) {
    super("aws:kms/key:Key", name, { arn: undefined, ...args }, opts);
  }
}

class Vault extends pulumi.ComponentResource {
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Vault", name, {}, opts);
  }
}

class AwsProvider extends pulumi.ProviderResource {}

const run = (program: () => unknown, view: View = "deployed"): Promise<Recording> =>
  record(program, {
    project: "platform",
    stack: "dev",
    view,
    config: { "platform:token": "hidden" },
    secretKeys: ["platform:token"],
    account: "123456789012",
    region: "us-east-1",
  });

const named = ({ resources }: Recording, name: string): RecordedResource => {
  const found = resources.find((resource) => resource.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

describe("record", () => {
  it("gives a child its parent, the parent's type in its URN, and the protection of the parent", async () => {
    const recording = await run(() => {
      const vault = new Vault("main", { protect: true });
      new Key("inner", {}, { parent: vault });
      new Key("open", {}, { parent: vault, protect: false });
    });
    expect(named(recording, "inner")).toMatchObject({
      urn: "urn:pulumi:dev::platform::platform:index:Vault$aws:kms/key:Key::inner",
      parent: "urn:pulumi:dev::platform::platform:index:Vault::main",
      options: { protect: true },
    });
    expect(named(recording, "open").options).toEqual({});
  });

  it("records timeouts by operation, and aliases as URNs, each once", async () => {
    const recording = await run(() => {
      new Key("key", {}, { customTimeouts: { delete: "1h" }, aliases: [{ name: "old" }, { name: "old" }] });
    });
    expect(named(recording, "key").options).toMatchObject({
      customTimeouts: { delete: "1h" },
      aliases: ["urn:pulumi:dev::platform::aws:kms/key:Key::old"],
    });
  });

  it("knows what AWS gives in the deployed view, and leaves it unknown in the preview view", async () => {
    const program = (): void => {
      const key = new Key("key", {});
      new Key("dependent", { description: key.arn });
    };
    const deployed = named(await run(program), "dependent");
    const preview = named(await run(program, "preview"), "dependent");
    expect(deployed.inputs["description"]).toMatch(/^arn:aws:kms:us-east-1:123456789012:key\/[0-9a-f-]{36}$/);
    expect(preview.inputs["description"]).toBe(UNKNOWN_VALUE);
    const key = "urn:pulumi:dev::platform::aws:kms/key:Key::key";
    expect(preview.propertyDependencies).toEqual({ description: [key] });
  });

  it("waits for what is declared in apply", async () => {
    const recording = await run(() => {
      new Key("key", {}).arn.apply(() => new Key("late", {}));
    });
    expect(named(recording, "late").type).toBe("aws:kms/key:Key");
  });

  it("takes the region of an explicit provider, and that of the resource before it", async () => {
    const recording = await run(() => {
      const provider = new AwsProvider("aws", "west", { region: "us-west-2" });
      new Key("there", {}, { provider });
      new Key("elsewhere", { region: "eu-west-1" }, { provider });
    });
    expect(named(recording, "there").state["arn"]).toMatch(/^arn:aws:kms:us-west-2:/);
    expect(named(recording, "there").provider).toBe("urn:pulumi:dev::platform::pulumi:providers:aws::west");
    expect(named(recording, "elsewhere").state["arn"]).toMatch(/^arn:aws:kms:eu-west-1:/);
  });

  it("records outputs, with secrets masked in the manifest alone", async () => {
    const recording = await run(() => ({ token: new pulumi.Config("platform").requireSecret("token"), plain: 1 }));
    expect(JSON.stringify(recording.outputs)).toContain("hidden");
    expect(toManifest(recording).outputs).toEqual({ plain: 1, token: "[secret]" });
  });
});

it("refuses an unknown look-up in the form in which the SDK passes a message on", () => {
  const simulator = new Simulator({ account: "123456789012", region: "us-east-1" });
  const monitor = new RecordingMonitor(simulator, "platform", "dev", "preview");
  const reply = jest.fn();
  monitor.invoke(new ResourceInvokeRequest().setTok("aws:index/getNothing:getNothing"), reply);
  const message = "the simulated AWS does not know aws:index/getNothing:getNothing: add it to simulator/aws";
  expect(reply).toHaveBeenCalledWith(expect.objectContaining({ message, details: message }), null);
});

describe("a reference to a resource", () => {
  const registered = async (view: View): Promise<unknown> => {
    const simulator = new Simulator({ account: "123456789012", region: "us-east-1" });
    const monitor = new RecordingMonitor(simulator, "platform", "dev", view);
    const request = new RegisterResourceRequest().setType("aws:kms/key:Key").setName("key").setCustom(true);
    monitor.registerResource(request, () => undefined);
    const args = Struct.fromJavaScript({ urn: "urn:pulumi:dev::platform::aws:kms/key:Key::key" });
    return new Promise((resolve, reject) =>
      monitor.invoke(
        new ResourceInvokeRequest().setTok("pulumi:pulumi:getResource").setArgs(args),
        (error, response) => (error ? reject(error) : resolve(response?.getReturn()?.toJavaScript())),
      ),
    );
  };

  it("is answered as the engine does, with what is known of the resource", async () => {
    expect(await registered("deployed")).toMatchObject({
      urn: "urn:pulumi:dev::platform::aws:kms/key:Key::key",
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      state: { arn: expect.stringContaining("arn:aws:kms:us-east-1:") },
    });
    expect(await registered("preview")).toMatchObject({ id: "", state: {} });
  });

  it("is refused where the program made no such resource", () => {
    const monitor = new RecordingMonitor(new Simulator({ account: "1", region: "x" }), "platform", "dev", "preview");
    const reply = jest.fn();
    monitor.invoke(new ResourceInvokeRequest().setTok("pulumi:pulumi:getResource"), reply);
    expect(reply).toHaveBeenCalledWith(expect.objectContaining({ message: expect.stringContaining("never") }), null);
  });
});

describe("toManifest", () => {
  it("leaves out the code that a dynamic resource carries", async () => {
    class Migration extends pulumi.CustomResource {
      constructor(name: string, inputs: pulumi.Inputs) {
        super("pulumi-nodejs:dynamic/operations:OneOffTask", name, inputs);
      }
    }
    const recording = await run(() => {
      new Migration("migration", { clusterArn: "main", __provider: "exports.handler = () => ({});" });
    });
    expect(named(recording, "migration").inputs["__provider"]).toBe("exports.handler = () => ({});");
    const shown = toManifest(recording).resources.find(({ name }) => name === "migration");
    expect(shown?.inputs).toEqual({ clusterArn: "main" });
  });

  it("does not depend on the order of registration", async () => {
    const declare = (names: string[]) =>
      run(() => void names.forEach((name) => new Key(name, { tags: { b: "1", a: "2" } })));
    const strip = (recording: Recording) =>
      toManifest(recording).resources.map(({ calls: _calls, ...resource }) => resource);
    expect(strip(await declare(["x", "y"]))).toEqual(strip(await declare(["y", "x"])));
  });

  it("marks what is unknown", async () => {
    const recording = await run(() => void new Key("dependent", { description: new Key("key", {}).arn }), "preview");
    const [dependent] = toManifest(recording).resources.filter(({ name }) => name === "dependent");
    expect(dependent?.inputs["description"]).toBe("[unknown]");
  });
});
