import { MOST_NOTIFICATIONS } from "@platform/components/budget";
import { listOf, settings, text, wholeNumber, yesOrNo } from "../accepted";

export const budgetSchema = settings({
  monthlyUsd: wholeNumber(1, 10_000_000).meta({ description: "US dollars that the stack may cost.", examples: [300] }),
  alertPercents: listOf(wholeNumber(1, 1000), "percentages", 1, MOST_NOTIFICATIONS - 1)
    .prefault([80, 100])
    .meta({ description: "Percent of the budget at which people are told.", examples: [[50, 80, 100]] }),
  forecast: yesOrNo()
    .default(true)
    .describe("Whether people are told when the month is expected to end above the budget."),
  emails: listOf(text(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "an e-mail address"), "e-mail addresses", 0, 10)
    .prefault([])
    .meta({
      description: "Who is told beside those under `alarms.emails`. Nobody has to confirm.",
      examples: [["finance@example.com"]],
    }),
  anomaliesAboveUsd: wholeNumber(1, 1_000_000)
    .optional()
    .describe("US dollars by which the application's costs must be unusual before people are told. Default: never."),
})
  .optional()
  .describe(
    "Monthly budget by the tags `application` and `stack`, which the paying account has to activate. Default: none.",
  );
