import { z } from "zod";
import { listOf, settings, text, wholeNumber } from "../accepted";

const seconds = "a number of seconds from 0.05 to 300";

export const alarmsSchema = settings({
  emails: listOf(text(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "an e-mail address"), "e-mail addresses", 0, 10)
    .prefault([])
    .meta({ description: "Who is told. Each address has to confirm once.", examples: [["on-call@example.com"]] }),
  runbookUrl: text(/^https:\/\/\S{1,500}$/, "an address that starts with https://").meta({
    description: "Page that says what to do; every alarm links to its own heading there.",
    examples: ["https://wiki.example.com/runbooks/documents"],
  }),
  serverErrors: wholeNumber(1, 1_000_000)
    .default(50)
    .describe("Answers of 5xx in five minutes above which, twice in a row, it rings."),
  p95Seconds: z
    .number(seconds)
    .min(0.05, seconds)
    .max(300, seconds)
    .default(1)
    .describe("Seconds that 95 percent of the answers may take."),
}).describe("What rings, and whom it tells.");
