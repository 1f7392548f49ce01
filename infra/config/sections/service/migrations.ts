import { z } from "zod";
import { listOf, settings, wholeNumber } from "../../accepted";
import type { ProfileDefaults } from "../../profile";
import { sizeSchema } from "./size";
import { usesSchema } from "./uses";

const { cache, buckets, secrets } = usesSchema.shape;

/** The database always; of the rest what code asks for at its start. */
const migrationUsesSchema = settings({ cache, buckets, secrets }).transform((uses): z.output<typeof usesSchema> => ({
  ...uses,
  database: true,
  services: [],
  queues: {},
  files: {},
  mail: false,
  models: [],
}));

export const migrationsSchema = (defaults: ProfileDefaults) =>
  settings({
    command: listOf(z.string("text"), "words", 1).meta({
      description: "Command that brings the database to the image's schema. It must bear being repeated.",
      examples: [["alembic", "upgrade", "head"]],
    }),
    size: sizeSchema(defaults).prefault({}).describe("CPU and memory of the task."),
    timeoutMinutes: wholeNumber(1, 720)
      .default(20)
      .describe("Minutes after which the task is stopped and the update fails."),
    uses: migrationUsesSchema
      .prefault({})
      .describe(
        "What the task may reach beside the database, for example secrets that the code asks for at its start.",
      ),
  });
