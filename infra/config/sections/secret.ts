import { environmentName, mapOf, sentence, settings, wholeNumber } from "../accepted";

const generateSchema = settings({
  length: wholeNumber(32, 128).default(64).describe("Number of characters."),
});

export const secretsSchema = mapOf(
  environmentName(),
  settings({
    description: sentence(3, 256).meta({
      description: "What the secret is, for the person who has to supply it.",
      examples: ["API key of OpenAI, from platform.openai.com"],
    }),
    generate: generateSchema
      .optional()
      .meta({ description: "Have a random value made. Default: a person supplies it.", examples: [{ length: 64 }] }),
  }),
  "names of environment variables to a description each",
)
  .prefault({})
  .describe(
    "Secrets by the name of their environment variable. This file says only that they exist: their values are in Secrets Manager.",
  );
