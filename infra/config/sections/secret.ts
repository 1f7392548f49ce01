import { environmentName, mapOf, oneOf, sentence, settings, wholeNumber } from "../accepted";
import type { ProfileDefaults } from "../profile";

const generateSchema = settings({
  length: wholeNumber(32, 128).default(64).describe("Number of characters."),
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
    }),
    "names of environment variables to a description each",
  )
    .prefault({})
    .describe(
      "Secrets by the name of their environment variable. This file says only that they exist: their values are in Secrets Manager.",
    );
