import { oneOf, settings, text, wholeNumber, yesOrNo } from "../../accepted";

const minutes = () => wholeNumber(0, 1440).optional();

const testHeaderSchema = settings({
  name: text(/^[A-Za-z0-9-]{1,40}$/, "the name of a header: at most 40 letters, digits and hyphens").meta({
    description: "Name of the header.",
    examples: ["X-Release"],
  }),
  value: text(/^[A-Za-z0-9._-]{1,128}$/, "at most 128 letters, digits, dots, hyphens and underscores").meta({
    description: "Value that asks for the new version.",
    examples: ["candidate"],
  }),
});

const pauseSchema = settings({
  stage: oneOf("reconcileService", "preScaleUp", "postScaleUp", "postTestTrafficShift", "postProductionTrafficShift")
    .default("postScaleUp")
    .describe("Stage after which it waits; after `postScaleUp` the new tasks run, and nobody has been sent to them."),
  timeoutMinutes: wholeNumber(1, 20160).default(60).describe("Minutes that it waits for an answer."),
  onTimeout: oneOf("rollback", "continue").default("rollback").describe("What happens when nobody answers."),
});

export const deploymentSchema = settings({
  strategy: oneOf("rolling", "blueGreen", "canary", "linear")
    .default("rolling")
    .describe(
      "`rolling` replaces task by task; `blueGreen` moves all requests to a second set of tasks at once, `canary` a share first, `linear` step by step. The last three run twice the tasks meanwhile.",
    ),
  minimumHealthyPercent: wholeNumber(0, 100)
    .default(100)
    .describe("Share of the tasks that stays up during a rolling deployment."),
  maximumPercent: wholeNumber(100, 200)
    .default(200)
    .describe("Share of the tasks that may run during a rolling deployment."),
  bakeMinutes: minutes().describe(
    "Minutes that the former version stays ready after all requests have moved; not with `rolling`. Default: 10.",
  ),
  canaryPercent: wholeNumber(1, 99).optional().describe("Percent of the requests that a `canary` gets. Default: 10."),
  canaryMinutes: minutes().describe("Minutes before the rest follows a `canary`. Default: 10."),
  stepPercent: wholeNumber(3, 99)
    .optional()
    .describe("Percent of the requests that `linear` moves at each step. Default: 20."),
  stepMinutes: minutes().describe("Minutes between two steps of `linear`. Default: 5."),
  pause: pauseSchema
    .optional()
    .describe("Lets the deployment wait for a person's approval; not with `rolling`. Default: it goes on by itself."),
  testHeader: testHeaderSchema
    .optional()
    .describe("Header by which a request reaches the new version before others do. Default: none does."),
  testListener: yesOrNo()
    .default(false)
    .describe("Whether the new version is reached first through the load balancer's test listener."),
});
