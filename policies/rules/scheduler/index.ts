import type { Rule } from "../../kernel/rule";
import { schedulerCmk } from "./scheduler-cmk";
import { schedulerDeadLetter } from "./scheduler-dead-letter";
import { schedulerRoleScoped } from "./scheduler-role-scoped";

export const schedulerRules: readonly Rule[] = [schedulerCmk, schedulerDeadLetter, schedulerRoleScoped];
