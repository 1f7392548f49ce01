import { environmentName, keyArn, mapOf, oneOf, sentence, settings, text, wholeNumber } from "../accepted";
import type { ProfileDefaults } from "../profile";

const generateSchema = settings({
  length: wholeNumber(32, 128).default(64).describe("Number of characters."),
});

const existingSchema = settings({
  arn: text(
    /^arn:aws:secretsmanager:[a-z0-9-]+:\d{12}:secret:[A-Za-z0-9/_+=.@-]+-[A-Za-z0-9]{6}$/,
    "the full ARN of a secret, with its six last characters",
  ).meta({
    description: "ARN of the secret.",
    examples: ["arn:aws:secretsmanager:us-west-2:123456789012:secret:shop-prod/openai-api-key-AbCdEf"],
  }),
  kmsKeyArn: keyArn().meta({
    description: "Key that encrypts it.",
    examples: ["arn:aws:kms:us-west-2:123456789012:key/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"],
  }),
});

export const secretsSchema = (defaults: ProfileDefaults) =>
  mapOf(
    environmentName(),
    settings({
      description: sentence(3, 256).meta({
        description: "What the secret is, for the person who has to supply it.",
        examples: ["API key of OpenAI, from platform.openai.com"],
      }),
      generate: generateSchema
        .optional()
        .meta({ description: "Have a random value made. Default: a person supplies it.", examples: [{ length: 64 }] }),
      mode: oneOf("live", "sandbox")
        .optional()
        .describe(
          "For keys of services that have both: whether this one moves real money or data. It is part of the path.",
        ),
      rotateAfterDays: wholeNumber(0, 365)
        .default(defaults.rotateAfterDays)
        .describe(
          "Days after which a generated secret is made anew, and a supplied one that nobody replaced rings; 0 for never.",
        ),
      existing: existingSchema
        .optional()
        .describe(
          "A secret of this account that another stack has made, such as the copy in the second region: services read it, and this stack changes nothing of it. Default: a secret of this stack's own.",
        ),
    }),
    "names of environment variables to a description each",
  )
    .prefault({})
    .describe(
      "Secrets by the name of their environment variable. This file says only that they exist: their values are in Secrets Manager.",
    );
