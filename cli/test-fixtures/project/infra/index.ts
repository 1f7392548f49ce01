import { channel } from "node:diagnostics_channel";
import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { StackConfigError } from "./stack-config-error";

const config = new pulumi.Config();
const services = config.requireObject<{ [name: string]: { port: number } }>("services");

const problems = Object.entries(services)
  .filter(([, { port }]) => !Number.isInteger(port))
  .map(([name, { port }]) => ({
    key: `platform:services.${name}.port`,
    got: port,
    expected: "a whole number from 1 to 65535",
    fix: "give the port that the container listens on",
  }));
if (problems.length > 0) throw new StackConfigError(problems);
if (config.get("greeting") === "fail") throw new Error("the program does not want to");
if (config.get("greeting") === "reject") void Promise.reject(new Error("rejected where nobody waits"));

channel("platform:component-keys").publish(
  Object.keys(services).map((name) => ({
    type: "platform:index:Service",
    name,
    keys: [["platform:absent"], ["platform:services", name, "port"]],
  })),
);

class Service extends pulumi.ComponentResource {
  readonly keyArn: pulumi.Output<string>;

  constructor(name: string, port: number, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Service", name, {}, opts);
    const key = new kms.Key(
      `${name}-key`,
      { description: `port ${port}`, enableKeyRotation: true, policy: JSON.stringify({ Statement: [{ Port: port }] }) },
      { parent: this, protect: true },
    );
    new kms.Alias(`${name}-alias`, { name: `alias/${name}`, targetKeyId: key.keyId }, { parent: this });
    this.keyArn = key.arn;
    this.registerOutputs({ keyArn: this.keyArn });
  }
}

// On standard output, where only the report belongs.
console.log("the program says", config.get("greeting"));

for (const [name, { port }] of Object.entries(services)) new Service(name, port);
export const token = config.getSecret("token") ?? "none";
