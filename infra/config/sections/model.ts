import { listOf, mapOf, regionName, settings, text, wholeNumber } from "../accepted";

export const modelId = () =>
  text(
    /^[a-z0-9-]+(\.[a-z0-9-]+){1,3}(:\d+)?$/,
    "the id of a model of Amazon Bedrock or of a profile, such as eu.anthropic.claude-sonnet-4-6",
  );

const guardrailSchema = settings({
  id: text(/^[a-z0-9]{1,64}$/, "the id of a guardrail: lower-case letters and digits").meta({
    description: "Id of a guardrail of this account and region.",
    examples: ["gr1abc23def4"],
  }),
  version: text(/^[1-9]\d{0,7}$/, "the number of a version, in quotes").meta({
    description: "Version of it, which no later change of the guardrail moves.",
    examples: ["1"],
  }),
});

export const modelsSchema = settings({
  requestsPerMinute: wholeNumber(1, 1_000_000)
    .default(200)
    .describe("The account's quota of requests a minute for each model; it rings at 80 percent of it."),
  tokensPerMinute: wholeNumber(1, 1_000_000_000)
    .default(200_000)
    .describe("The account's quota of tokens a minute for each model; it rings at 80 percent of it."),
  clientErrors: wholeNumber(1, 1_000_000)
    .default(10)
    .describe("Refused or throttled calls of a model in five minutes above which, twice in a row, it rings."),
  guardrail: guardrailSchema
    .optional()
    .describe("Guardrail that every call must name, or it is refused. Default: none."),
  destinations: mapOf(modelId(), listOf(regionName(), "regions", 1, 40), "ids to the regions that may answer")
    .prefault({})
    .meta({
      description:
        "Models that the platform does not know yet, each with the regions that it answers from or that its profile routes to (`aws bedrock get-inference-profile` tells).",
      examples: [{ "eu.anthropic.claude-opus-5": ["eu-central-1", "eu-north-1"] }],
    }),
})
  .prefault({})
  .describe("Quotas and guard of the models of Amazon Bedrock that services list under `uses.models`.");
