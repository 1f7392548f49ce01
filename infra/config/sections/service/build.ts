import { z } from "zod";
import { settings } from "../../accepted";

export const buildSchema = settings({
  context: z
    .string("the path of a folder")
    .min(1, "the path of a folder")
    .meta({
      description: "Folder that is built, relative to the stack file.",
      examples: ["../app"],
    }),
  dockerfile: z
    .string("the path of a file")
    .min(1, "the path of a file")
    .optional()
    .meta({ description: "Default: `Dockerfile` in that folder.", examples: ["../app/Dockerfile"] }),
});
