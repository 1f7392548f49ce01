import { Simulator } from "@platform/simulator";
import * as pulumi from "@pulumi/pulumi";
import * as plugin from "@pulumi/pulumi/provider";
import { createRequire } from "node:module";

const { SIMULATED_AWS_ACCOUNT: account = "123456789012" } = process.env;

/** The plugin of awsx: an image puts out what it does in the offline preview, and is built by nobody. */
class SimulatedAwsx implements plugin.Provider {
  readonly version = (createRequire(__filename)("@pulumi/awsx/package.json") as { version: string }).version;

  construct(
    name: string,
    type: string,
    inputs: pulumi.Inputs,
    options: pulumi.ComponentResourceOptions,
  ): Promise<plugin.ConstructResult> {
    const { urn } = new pulumi.ComponentResource(type, name, inputs, options);
    const imageUri = pulumi.all([urn, inputs]).apply(([urn, known]) => {
      const simulator = new Simulator({ account, region: "us-east-1" });
      return simulator.create(urn, type, name, known).outputs.imageUri as string;
    });
    return Promise.resolve({ urn, state: { imageUri } });
  }
}

void plugin.main(new SimulatedAwsx(), process.argv.slice(2));
