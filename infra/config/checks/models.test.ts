import { changed, onlyProblem, read, refusal, soundConfig } from "../test-stack";

const USED = "platform:services.api.uses.models";

/** A chain of seven models in Stockholm, as a document analysis falls back from one to the next. */
const CHAIN = [
  "eu.anthropic.claude-sonnet-4-6",
  "eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
  "eu.anthropic.claude-opus-4-6-v1",
  "eu.anthropic.claude-opus-4-5-20251101-v1:0",
  "eu.anthropic.claude-haiku-4-5-20251001-v1:0",
  "eu.amazon.nova-pro-v1:0",
  "amazon.nova-lite-v1:0",
];
const inStockholm = {
  "aws:region": "eu-north-1",
  "platform:network": { availabilityZones: ["eu-north-1a", "eu-north-1b"] },
};

describe("models", () => {
  it("takes a chain of seven in Stockholm, in its order", () => {
    const config = read(changed({ ...inStockholm, [USED]: CHAIN }));
    expect(config.services["api"]?.uses.models).toEqual(CHAIN);
    expect(config.models).toMatchObject({ requestsPerMinute: 200, tokensPerMinute: 200_000, clientErrors: 10 });
  });

  it("names the profile of a model that the region does not answer for itself", () => {
    expect(onlyProblem({ ...inStockholm, [USED]: ["anthropic.claude-sonnet-4-6"] })).toEqual({
      key: `${USED}[0]`,
      got: "anthropic.claude-sonnet-4-6, which Amazon Bedrock does not offer in eu-north-1 as far as is known here",
      expected: expect.stringContaining("eu.amazon.nova-pro-v1:0"),
      fix: 'take eu.anthropic.claude-sonnet-4-6, the same model; or, if it is newer than this platform, name the regions that answer under platform:models.destinations["anthropic.claude-sonnet-4-6"]',
      suggestion: "eu.anthropic.claude-sonnet-4-6",
    });
  });

  it("names the nearest id for one that nobody knows", () => {
    expect(onlyProblem({ [USED]: ["us.anthropic.claude-haiku-4-5"] })).toMatchObject({
      key: `${USED}[0]`,
      suggestion: "us.anthropic.claude-haiku-4-5-20251001-v1:0",
    });
  });

  it("says so where the region has no model at all", () => {
    const { problems } = refusal(
      changed({
        "aws:region": "cn-north-1",
        "platform:network": { availabilityZones: ["cn-north-1a", "cn-north-1b"] },
        [USED]: ["amazon.nova-lite-v1:0"],
      }),
    );
    expect(problems).toEqual([
      expect.objectContaining({ expected: "no model: none is known to be offered in cn-north-1" }),
    ]);
  });

  it.each([
    ["more than eight", Array.from({ length: 9 }, (_, index) => `us.amazon.nova-${index}`), USED],
    ["something that is no id", ["Claude Sonnet"], `${USED}[0]`],
    ["an ARN", ["arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"], `${USED}[0]`],
  ])("refuses %s", (_what, models, key) => {
    expect(refusal(changed({ [USED]: models })).problems[0]?.key).toBe(key);
  });

  it("takes the stack file's word for a newer model", () => {
    const id = "us.anthropic.claude-opus-99";
    const vouched = { destinations: { [id]: ["us-east-1", "us-west-2"] } };
    expect(read(changed({ [USED]: [id], "platform:models": vouched })).models.destinations).toEqual({
      [id]: ["us-east-1", "us-west-2"],
    });
  });

  it.each([
    ["known", ["us.amazon.nova-pro-v1:0"], { "us.amazon.nova-pro-v1:0": ["us-east-1"] }, "remove the entry: the list"],
    ["unused", [], { "us.anthropic.claude-opus-99": ["us-east-1"] }, "remove the entry, or list the model"],
    ["no profile's", ["mistral.large-99"], { "mistral.large-99": ["us-west-2"] }, "write [us-east-1], or use"],
  ])("refuses destinations of an id that is %s", (_what, models, destinations, fix) => {
    expect(onlyProblem({ [USED]: models, "platform:models": { destinations } })).toMatchObject({
      key: expect.stringContaining("platform:models.destinations"),
      fix: expect.stringContaining(fix),
    });
  });

  it.each([
    ["requestsPerMinute", 0, "a whole number from 1 to 1000000"],
    ["tokensPerMinute", "200k", "a whole number from 1 to 1000000000"],
    ["clientErrors", 0, "a whole number from 1 to 1000000"],
    ["guardrail", { id: "Guard", version: "1" }, "the id of a guardrail: lower-case letters and digits"],
    ["guardrail", { id: "gr1", version: "DRAFT" }, "the number of a version, in quotes"],
    ["destinations", { "us.anthropic.claude-opus-99": [] }, "a list of 1 to 40 regions"],
    ["destinations", { "us.anthropic.claude-opus-99": ["everywhere"] }, "the name of an AWS region, such as us-east-1"],
  ])("refuses %s %j", (key, value, expected) => {
    const { problems } = refusal({ ...soundConfig(), "platform:models": { [key]: value } });
    expect(problems[0]).toMatchObject({ key: expect.stringContaining(`platform:models.${key}`), expected });
  });

  it("keeps the variable of the chain for the platform", () => {
    const changes = {
      [USED]: ["us.amazon.nova-pro-v1:0"],
      "platform:services.api.environment": { BEDROCK_MODELS: "mine" },
    };
    expect(onlyProblem(changes)).toMatchObject({ got: "a variable that the platform sets for its models" });
  });
});
