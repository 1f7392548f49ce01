import { z } from "zod";
import { listOf, mapOf, settings, text, wholeNumber } from "../accepted";

const pagePath = () =>
  text(/^\/[^\s*"<>\\^`{|}]{0,255}$/, "a path that starts with a slash, without wildcards, such as /health");

const jsonField = () => text(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/, "a field, or fields joined by dots");

const jsonValue = z.union([z.string(), z.number(), z.boolean()], "a text, a number, true or false");

const pageSchema = z
  .union(
    [
      pagePath(),
      settings({
        path: pagePath().meta({ description: "Path of the page.", examples: ["/healthz"] }),
        json: mapOf(jsonField(), jsonValue, "fields to values").meta({
          description: "Values that the JSON of the answer must have.",
          examples: [{ status: "ok" }],
        }),
      }),
    ],
    "a path, or a map of path and json",
  )
  .transform((page) => (typeof page === "string" ? { path: page } : page));

export const canarySchema = settings({
  paths: listOf(pageSchema, "pages", 1, 20).meta({
    description: "Pages that are asked for from outside; each has to answer with 2xx in time.",
    examples: [["/", "/pricing", { path: "/healthz", json: { status: "ok" } }]],
  }),
  everyMinutes: wholeNumber(1, 60).default(60).describe("Minutes between two runs; a run costs $0.0012."),
  timeoutSeconds: wholeNumber(1, 60).default(10).describe("Seconds that a page may take."),
})
  .optional()
  .describe("Asks for pages as users do, and rings when one fails. Default: nobody asks.");
