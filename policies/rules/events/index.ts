import type { Rule } from "../../kernel/rule";
import { eventbusPolicy } from "./eventbus-policy";
import { eventbusPolicyNotOpen } from "./eventbus-policy-not-open";

export const eventsRules: readonly Rule[] = [eventbusPolicy, eventbusPolicyNotOpen];
