import type { Rule } from "../../kernel/rule";
import { eventbusPolicyNotOpen } from "./eventbus-policy-not-open";

export const eventsRules: readonly Rule[] = [eventbusPolicyNotOpen];
