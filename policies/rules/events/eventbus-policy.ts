import { badStack, type CaseResource, goodStack, type Properties, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const BUS = "aws:cloudwatch/eventBus:EventBus";
const POLICY = "aws:cloudwatch/eventBusPolicy:EventBusPolicy";
const PERMISSION = "aws:cloudwatch/eventPermission:EventPermission";
const bus = (props: Properties = { name: "orders" }): CaseResource => ({ type: BUS, name: "orders", props });
const policy = (eventBusName: unknown, refers: CaseResource["refers"] = {}, type = POLICY): CaseResource => ({
  type,
  name: "policy",
  props: { eventBusName },
  refers,
});

export const eventbusPolicy: Rule = {
  id: "eventbus-policy",
  title: "Every custom event bus has a policy",
  severity: "low",
  controls: { fsbp: ["EventBridge.3"], nist: ["AC-3"] },
  why: "Without a policy of its own, whoever in the account may put events may put them on this bus.",
  fix: "Declare an aws.cloudwatch.EventBusPolicy that names who may send events.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/eventbridge-controls.html#eventbridge-3",
  types: [BUS],
  checkStack({ subject, props, stack, violated }) {
    const source = props.at("eventSourceName");
    // A partner's bus takes events from the partner alone.
    if (source.isSet() && !source.isUnknown()) return;
    if (stack.pointingAt(subject, [POLICY, PERMISSION], "eventBusName").length === 0)
      violated("name", "an EventBusPolicy for this bus", "none in the stack");
  },
  cases: {
    stack: [
      goodStack("by reference", [bus({}), policy(UNKNOWN, { eventBusName: "orders" })]),
      goodStack("a permission, by the bus's known name", [bus(), policy("orders", {}, PERMISSION)]),
      goodStack("a partner's bus", [bus({ name: "aws.partner/x", eventSourceName: "aws.partner/x" })]),
      badStack("none", [bus({ name: "orders", eventSourceName: UNKNOWN })], "name"),
      badStack("for another bus", [bus(), policy("returns")], "name"),
      unknownStack("for some bus", [bus(), policy(UNKNOWN)], "eventBusName"),
    ],
  },
};
