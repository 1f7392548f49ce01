// Takes CloudWatch's alarms from the topic and opens
// and closes incidents in PagerDuty by its Events API v2 (https://developer.pagerduty.com/docs/events-api-v2-overview).

import { createHash } from "node:crypto";

/** PagerDuty's own bounds: https://developer.pagerduty.com/docs/send-alert-event */
const MOST_SUMMARY = 1024;
const MOST_DEDUP_KEY = 255;

/** What a state of CloudWatch's means to PagerDuty; INSUFFICIENT_DATA nothing. */
const ACTIONS = { ALARM: "trigger", OK: "resolve" };

/**
 * The event for a message of CloudWatch, without the integration's key; nothing where there is nothing to tell.
 * @param {Record<string, any>} alarm
 */
function eventOf(alarm) {
  const action = ACTIONS[alarm.NewStateValue];
  if (action === undefined) return undefined;
  return {
    event_action: action,
    // Both ends of an incident, and every repetition, carry the alarm's own name.
    dedup_key: dedupKey(alarm.AlarmArn),
    payload: {
      summary: `${alarm.AlarmName}: ${alarm.AlarmDescription ?? alarm.NewStateReason}`.slice(0, MOST_SUMMARY),
      source: alarm.AlarmArn,
      severity: severityOf(alarm),
      timestamp: alarm.StateChangeTime,
      class: alarm.Trigger?.MetricName ?? "composite alarm",
      custom_details: { reason: alarm.NewStateReason, before: alarm.OldStateValue, account: alarm.AWSAccountId },
    },
    links: runbookOf(alarm.AlarmDescription),
  };
}

/** A composite alarm says that users are affected; its parts say why. */
const severityOf = (alarm) => (typeof alarm.AlarmRule === "string" ? "critical" : "error");

const dedupKey = (arn) => (arn.length <= MOST_DEDUP_KEY ? arn : createHash("sha256").update(arn).digest("hex"));

const runbookOf = (description = "") =>
  [...description.matchAll(/Runbook: (https:\S+)/g)].map(([, href]) => ({ href, text: "Runbook" }));

/**
 * What the function does with messages of the topic. It throws unless PagerDuty took each event, so that Lambda tries again
 * and at last puts the message aside.
 */
export function messenger({ eventsUrl, readKey }) {
  const send = async (event) => {
    const answer = await fetch(eventsUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ routing_key: (await readKey()).trim(), ...event }),
      signal: AbortSignal.timeout(10_000),
    });
    // What PagerDuty answers may repeat the request, and with it the key.
    if (answer.status !== 202) throw new Error(`PagerDuty answered ${answer.status}`);
  };
  return async ({ Records }) => {
    for (const { Sns } of Records) {
      const event = eventOf(JSON.parse(Sns.Message));
      if (event) await send(event);
    }
  };
}
