import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Subject } from "../../kernel/subject";
import { CIS_EVENTS, type CisEvent } from "./cis-events";

const TRAIL = "aws:cloudtrail/trail:Trail";
const FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const trail: CaseResource = { type: TRAIL, name: "trail", props: { name: "account" } };
const filter = ({ id, texts }: CisEvent, pattern: unknown = texts.join(" || ")): CaseResource => ({
  type: FILTER,
  name: `filter-${id}`,
  props: { pattern, metricTransformation: { name: `cis-${id}`, namespace: "CIS", value: "1" } },
});
const alarm = ({ id }: CisEvent, namespace = "CIS"): CaseResource => ({
  type: ALARM,
  name: `alarm-${id}`,
  props: { metricName: `cis-${id}`, namespace },
});
const all = CIS_EVENTS.flatMap((event) => [filter(event), alarm(event)]);
const without = (name: string): CaseResource[] => all.filter((resource) => resource.name !== name);

export const cisMetricFilterAlarms: Rule = {
  id: "cis-metric-filter-alarms",
  title: "The trail's log has filters and alarms for the events of the CIS benchmark",
  severity: "low",
  controls: {
    securityHub: Array.from({ length: 14 }, (_, index) => `CloudWatch.${index + 1}`),
    cis: CIS_EVENTS.map(({ id }) => id),
    nist: ["AU-6", "SI-4"],
  },
  why: "Somebody who changes who may do what, or switches logging off, is seen only by whoever reads the trail.",
  fix: "Declare an aws.cloudwatch.LogMetricFilter on the trail's log group and a MetricAlarm on its metric for each event.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-1",
  types: [TRAIL],
  optIn: true,
  checkStack({ stack, each, violated }) {
    const filters = stack.ofTypes([FILTER]);
    const watched = new Set(stack.ofTypes([ALARM]).map((resource) => metricKey(resource, "namespace", "metricName")));
    each(CIS_EVENTS, ({ id, name, texts }) => {
      const found = filters.filter(({ props }) => isAbout(props.at("pattern").string() ?? "", texts));
      const keys = found.map((each) => metricKey(each, "metricTransformation.namespace", "metricTransformation.name"));
      if (!keys.some((key) => watched.has(key)))
        violated("cloudWatchLogsGroupArn", `a metric filter with an alarm for ${name}`, "none in the stack", id);
    });
  },
  cases: {
    stack: [
      goodStack("all", [trail, ...all]),
      ...CIS_EVENTS.map(({ id, name }) =>
        badStack(`no filter for ${name}`, [trail, ...without(`filter-${id}`)], "cloudWatchLogsGroupArn"),
      ),
      badStack("no alarm", [trail, ...without("alarm-4.3")], "cloudWatchLogsGroupArn"),
      badStack(
        "an alarm on another metric",
        [trail, ...without("alarm-4.3"), ...CIS_EVENTS.slice(2, 3).map((event) => alarm(event, "Other"))],
        "cloudWatchLogsGroupArn",
      ),
      unknownStack(
        "patterns not known",
        [trail, ...CIS_EVENTS.map((event) => filter(event, UNKNOWN))],
        CIS_EVENTS.map(() => "pattern"),
      ),
    ],
  },
};

const isAbout = (pattern: string, texts: readonly string[]): boolean => texts.every((text) => pattern.includes(text));

const metricKey = ({ props }: Subject, namespace: string, name: string): string =>
  `${props.at(namespace).string()} ${props.at(name).string()}`;
