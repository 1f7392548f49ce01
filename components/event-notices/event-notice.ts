import type * as pulumi from "@pulumi/pulumi";

/** A message for an event that AWS tells of once, without a metric that could be watched. */
export interface EventNotice {
  /** Fixed role within its set, for example `deployment-failed`: part of the rule's logical name. */
  name: string;
  /** What has happened, in words. */
  description: string;
  /** Which events, in EventBridge's pattern syntax. */
  pattern: { [field: string]: pulumi.Input<unknown> };
  /** Parts of the event that the message names, by JSON path. */
  parts: { [name: string]: string };
  /** The message, with a part's name in angle brackets where it goes: `The deployment of <service> failed`. */
  message: string;
  /** Section of the runbook that tells what to do, by its anchor. */
  runbook: string;
}
