import { pagerDutyAlarms } from "@platform/components/alarms";
import { PagerDuty, type PagerDutyArgs } from "@platform/components/pager-duty";
import { Secret } from "@platform/components/secret";
import { SlackChannel } from "@platform/components/slack-channel";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Alarms } from "./alarms";
import type { Edge } from "./edge";
import type { Foundation } from "./foundation";

/** Where alarms go beside e-mail: a channel of Slack, and PagerDuty. */
export function channels(config: StackConfig, base: Foundation, { site }: Edge, { watch }: Alarms): void {
  const { slack, pagerDuty } = config.alarms;
  const { names, opts, alarmTopic } = base;
  const topics: PagerDutyArgs["topics"] = {
    alarms: { arn: alarmTopic.topicArn },
    ...(site.alarmTopic !== alarmTopic && { "edge-alarms": { arn: site.alarmTopic.topicArn, region: site.region } }),
  };

  if (slack) {
    const topicArns = Object.values(topics).map(({ arn }) => arn);
    new SlackChannel(
      "slack",
      { ...slack, region: config.region, configurationName: names.prefix, topicArns },
      declaredBy(opts, at("alarms", "slack")),
    );
  }
  if (pagerDuty) {
    const { functionName, queueName } = messenger(config, base, pagerDuty, topics);
    watch("pager-duty", pagerDutyAlarms({ functionName, queueName }), at("alarms", "pagerDuty"));
  }
}

function messenger(
  { account, region, logs, ephemeral }: StackConfig,
  { names, keys, opts, dataOpts }: Foundation,
  { serviceRegion }: NonNullable<StackConfig["alarms"]["pagerDuty"]>,
  topics: PagerDutyArgs["topics"],
): PagerDuty {
  const { secretArn } = new Secret(
    "pager-duty-key",
    {
      secretName: names.secret("PAGERDUTY_INTEGRATION_KEY"),
      description: "Integration key of PagerDuty's Events API v2; from the integrations of a service in PagerDuty",
      kmsKeyArn: keys.secrets.keyArn,
      recoveryWindowDays: ephemeral ? 0 : 30,
    },
    declaredBy(dataOpts, at("alarms", "pagerDuty")),
  );
  return new PagerDuty(
    "pager-duty",
    {
      account,
      region,
      functionName: names.identifier("pager-duty"),
      serviceRegion,
      topics,
      secret: { arn: secretArn, kmsKeyArn: keys.secrets.keyArn },
      log: {
        retentionDays: logs.retentionDays,
        kmsKeyArn: keys.logs.keyArn,
      },
    },
    declaredBy(opts, at("alarms", "pagerDuty")),
  );
}
