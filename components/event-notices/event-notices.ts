import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { EventNotice } from "./event-notice";

export interface EventNoticesArgs {
  /** Topic that is told; its policy and its key must admit `events.amazonaws.com`. */
  topicArn: pulumi.Input<string>;
  /** Address of the runbook; each message links to its section there. */
  runbookUrl: string;
  notices: EventNotice[];
}

/**
 * Turns events of AWS into sentences for the people who read the topic.
 *
 * Creates one rule and one target per notice, on the account's own event bus, where AWS's events cost nothing
 * (https://aws.amazon.com/eventbridge/pricing/).
 *
 * Throws when a message names a part that is not declared.
 */
export class EventNotices extends pulumi.ComponentResource {
  constructor(name: string, args: EventNoticesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:EventNotices", name, {}, opts);
    args.notices.forEach((notice) => checkParts(name, notice));

    for (const notice of args.notices) {
      const rule = new cloudwatch.EventRule(
        `${name}-${notice.name}`,
        { description: notice.description, eventPattern: pulumi.jsonStringify(notice.pattern) },
        { parent: this },
      );
      new cloudwatch.EventTarget(
        `${name}-${notice.name}-topic`,
        {
          rule: rule.name,
          arn: args.topicArn,
          inputTransformer: {
            inputPaths: notice.parts,
            // In quotes the result is a text; without them EventBridge would want a JSON document.
            inputTemplate: `"${notice.message} Runbook: ${args.runbookUrl}#${notice.runbook}"`,
          },
        },
        { parent: this },
      );
    }
    this.registerOutputs({});
  }
}

function checkParts(name: string, { name: notice, message, parts }: EventNotice): void {
  for (const [, part = ""] of message.matchAll(/<(\w+)>/g)) {
    if (!Object.hasOwn(parts, part))
      throw new Error(`${name}: the message of ${notice} names <${part}>, which is no part`);
  }
}
