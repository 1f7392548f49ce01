import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const deadLetterConfig = { arn: UNKNOWN };
const retryPolicy = { maximumRetryAttempts: 3 };
const target = (props: object) => ({ target: { deadLetterConfig, retryPolicy, ...props } });

export const schedulerDeadLetter: Rule = {
  id: "scheduler-dead-letter",
  title: "Calls of a schedule that fail end after a few tries, in a queue",
  severity: "medium",
  controls: { nist: ["SI-11", "AU-5"] },
  references: { cdkNag: ["EventBusDLQ"] },
  why: "Left alone a call is tried 185 times over a day, then dropped without a trace.",
  fix: "Set target.deadLetterConfig.arn to a queue, and maximumRetryAttempts or maximumEventAgeInSeconds of target.retryPolicy.",
  url: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html",
  types: ["aws:scheduler/schedule:Schedule"],
  check({ props, violated }) {
    const call = props.at("target");
    const queue = call.at("deadLetterConfig.arn");
    if (!queue.isSet()) violated(queue, "the ARN of a queue", "nothing", "deadLetter");
    const retries = call.at("retryPolicy");
    const limits = [retries.at("maximumRetryAttempts"), retries.at("maximumEventAgeInSeconds")];
    if (!limits.some((limit) => limit.isSet()))
      violated(retries, "a limit of tries or of time", "AWS's default of 185 tries in a day", "retries");
  },
  cases: {
    resource: [
      good("queue and a limit of tries", target({})),
      good("queue and a limit of time", target({ retryPolicy: { maximumEventAgeInSeconds: 3600 } })),
      bad("no queue", target({ deadLetterConfig: undefined }), "target.deadLetterConfig.arn"),
      bad("provider's default left", target({ retryPolicy: undefined }), "target.retryPolicy"),
      bad("a policy without limits", target({ retryPolicy: {} }), "target.retryPolicy"),
      bad("neither, in a list of one", { target: [{ arn: "arn" }] }, [
        "target.deadLetterConfig.arn",
        "target.retryPolicy",
      ]),
      unknown("target not known", { target: UNKNOWN }, "target"),
      unknown("retries not known", target({ retryPolicy: UNKNOWN }), "target.retryPolicy"),
    ],
  },
};
