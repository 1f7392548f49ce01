import { kebabName, settings, text, wholeNumber } from "../../accepted";
import type { ProfileDefaults } from "../../profile";
import { imageSchema } from "../service/image";
import { sizeSchema } from "../service/size";

export const dumpSchema = (defaults: ProfileDefaults) =>
  settings({
    image: imageSchema.meta({
      description:
        "Image with a shell, the AWS CLI and pg_dump of the database's major version or a later one; repository and digest, or tag.",
      examples: [{ repository: "123456789012.dkr.ecr.us-east-1.amazonaws.com/pg-dump", tag: "v17.1" }],
    }),
    cron: text(/^\S+( \S+){5}$/, "six fields: minutes, hours, day of month, month, day of week and year")
      .default("0 5 ? * SUN *")
      .meta({
        description: "When, in UTC: minutes, hours, day of month, month, day of week and year.",
        examples: ["0 5 ? * SUN *"],
      }),
    bucket: kebabName(30).meta({ description: "Bucket of the stack that keeps the dumps.", examples: ["backups"] }),
    prefix: text(/^([A-Za-z0-9_.-]+\/){1,5}$/, "one to five folders that end with a slash, such as database/")
      .default("database/")
      .describe("Folder in the bucket; the task can write there and nowhere else, and read nothing."),
    size: sizeSchema(defaults).prefault({}).describe("CPU and memory of the task."),
    timeoutMinutes: wholeNumber(1, 2880).default(240).describe("Minutes after which a dump is stopped."),
  });
