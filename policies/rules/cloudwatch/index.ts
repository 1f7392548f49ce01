import type { Rule } from "../../kernel/rule";
import { alarmActionsEnabled } from "./alarm-actions-enabled";
import { alarmHasActions } from "./alarm-has-actions";

export const cloudwatchRules: readonly Rule[] = [alarmHasActions, alarmActionsEnabled];
