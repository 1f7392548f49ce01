import * as pulumi from "@pulumi/pulumi";
import { readStackConfig, StackConfigError } from ".";
import { changed, pulumiForm, soundConfig } from "./test-stack";

describe("readStackConfig", () => {
  beforeAll(() => {
    pulumi.runtime.setMocks({ newResource: () => ({ id: "", state: {} }), call: () => ({}) }, "platform", "live");
  });

  afterEach(() => {
    delete process.env.PLATFORM_STACK_FILE;
  });

  it("reads Pulumi's configuration of the running stack", () => {
    pulumi.runtime.setAllConfig(pulumiForm(soundConfig()));
    expect(readStackConfig()).toMatchObject({ stack: "live", file: "Pulumi.live.yaml", application: "shop" });
  });

  it("names the file that the command line shows", () => {
    process.env.PLATFORM_STACK_FILE = "examples/shop/Pulumi.live.yaml";
    pulumi.runtime.setAllConfig(pulumiForm(changed({ "platform:account": "1" })));
    expect(readStackConfig).toThrow(/^examples\/shop\/Pulumi\.live\.yaml has a problem/);
  });

  it("refuses what Pulumi encrypted", () => {
    pulumi.runtime.setAllConfig(pulumiForm(soundConfig()), ["platform:tags", "platform:cache"]);
    expect(readStackConfig).toThrow(StackConfigError);
    expect(readStackConfig).toThrow(/platform:cache\n {4}got: {6}an encrypted value/);
  });
});
