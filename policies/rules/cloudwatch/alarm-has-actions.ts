import { badStack, type Properties, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";

const METRIC = "aws:cloudwatch/metricAlarm:MetricAlarm";
const COMPOSITE = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
const SERVICE = "aws:ecs/service:Service";
// What reads an alarm's state: the composite above it, and a deployment that it rolls back.
const READERS = [
  { type: COMPOSITE, property: "alarmRule" },
  { type: SERVICE, property: "alarms" },
];

const topic = "arn:aws:sns:eu-west-1:123456789012:alarms";
const alarm = (props: Properties, type = METRIC) => ({ type, name: "errors", props });
const composite = (alarmRule: unknown) => ({
  type: COMPOSITE,
  name: "unhealthy",
  props: { alarmRule, alarmActions: [topic] },
});

export const alarmHasActions: Rule = {
  id: "alarm-has-actions",
  title: "Every alarm tells somebody",
  severity: "medium",
  controls: { securityHub: ["CloudWatch.15"], nist: ["AU-6", "SI-4"] },
  references: { cdkNag: ["CloudWatchAlarmAction"] },
  why: "An alarm without an action turns red in a console that nobody is looking at.",
  fix: "Put the ARN of an SNS topic into alarmActions, or name the alarm in a composite alarm or a service's alarms.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-15",
  types: [METRIC, COMPOSITE],
  checkStack({ subject, props, stack, violated }) {
    const actions = props.at("alarmActions");
    if (actions.list().length === 0 && !isRead(subject, stack)) violated(actions, "at least one action", "none");
  },
  cases: {
    stack: [
      goodStack("a topic", [alarm({ alarmActions: [topic] })]),
      goodStack("a topic that is not known yet", [alarm({ alarmActions: [UNKNOWN] })]),
      goodStack("a composite's topic", [alarm({ alarmActions: topic }, COMPOSITE)]),
      goodStack("part of a composite, by reference", [
        alarm({ name: UNKNOWN }),
        { ...composite(UNKNOWN), refers: { alarmRule: "errors" } },
      ]),
      goodStack("part of a composite, by name", [alarm({ name: "shop-errors" }), composite('ALARM("shop-errors")')]),
      goodStack("rolls a deployment back", [
        alarm({}),
        { type: SERVICE, name: "web", props: { alarms: { enable: true } }, refers: { alarms: ["errors"] } },
      ]),
      goodStack("rolls a deployment back, by name", [
        alarm({ name: "shop-errors" }),
        { type: SERVICE, name: "web", props: { alarms: { alarmNames: ["shop-latency", "shop-errors"] } } },
      ]),
      badStack("absent", [alarm({})], "alarmActions"),
      badStack("empty", [alarm({ alarmActions: [], okActions: [topic] })], "alarmActions"),
      badStack("a composite without", [alarm({ alarmRule: "TRUE" }, COMPOSITE)], "alarmActions"),
      badStack(
        "part of no composite",
        [alarm({ name: "shop-errors" }), composite('ALARM("shop-errors-2")')],
        "alarmActions",
      ),
      badStack(
        "part of no composite, whose rule is computed from others",
        [alarm({ name: "shop-errors" }), { ...composite(UNKNOWN), refers: { alarmRule: "other" } }],
        "alarmActions",
      ),
      unknownStack("actions not known", [alarm({ alarmActions: UNKNOWN })], "alarmActions"),
    ],
  },
};

function isRead(alarm: Subject, stack: StackIndex): boolean {
  const name = alarm.props.at("name");
  const known = name.isUnknown() ? undefined : name.string();
  return READERS.some(({ type, property }) =>
    stack.ofTypes([type]).some((reader) => {
      if (reader.references[property]?.includes(alarm.urn)) return true;
      const value = reader.props.at(property);
      const named = type === COMPOSITE ? value : value.at("alarmNames");
      return known !== undefined && !named.isUnknown() && named.strings().some((text) => mentions(text, known));
    }),
  );
}

/** Whether a composite's rule, or a list's element, names the alarm: whole, quoted or in parentheses. */
const mentions = (text: string, name: string): boolean => text.split(/["'()\s]+/).includes(name);
