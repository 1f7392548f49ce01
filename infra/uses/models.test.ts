import { changed, read } from "../config/test-stack";
import { endpointsFor } from "../layers/network";
import { modelsGrant } from "./models";

const USED = "platform:services.api.uses.models";

describe("modelsGrant", () => {
  it("tells the chain in its order, and allows exactly what it names", () => {
    const chain = ["us.amazon.nova-pro-v1:0", "amazon.nova-lite-v1:0"];
    const { environment, statements } = modelsGrant(chain, { config: read(changed({ [USED]: chain })) });
    expect(environment).toEqual({ BEDROCK_MODELS: "us.amazon.nova-pro-v1:0,amazon.nova-lite-v1:0" });
    expect(statements?.flatMap(({ Resource }) => Resource)).toEqual([
      "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0",
      "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-pro-v1:0",
      "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0",
      "arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-pro-v1:0",
      "arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-pro-v1:0",
    ]);
  });

  it("follows the stack file where it vouches for a newer model", () => {
    const id = "us.anthropic.claude-opus-99";
    const config = read(changed({ [USED]: [id], "platform:models": { destinations: { [id]: ["us-east-2"] } } }));
    expect(modelsGrant([id], { config }).statements?.at(-1)?.Resource).toEqual([
      "arn:aws:bedrock:us-east-2::foundation-model/anthropic.claude-opus-99",
    ]);
  });

  it("gives nothing to a service that uses none", () => {
    expect(modelsGrant([], { config: read(changed({})) })).toEqual({});
  });

  it("has the calls stay inside the network where there are endpoints", () => {
    expect(endpointsFor(read(changed({ [USED]: ["us.amazon.nova-pro-v1:0"] })))).toContain("bedrock-runtime");
    expect(endpointsFor(read(changed({})))).not.toContain("bedrock-runtime");
  });
});
