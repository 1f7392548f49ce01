export { ScheduleGroup, type ScheduleGroupArgs, type ScheduleGroupReference } from "./schedule-group";
export { ScheduledCall, type ScheduledCallArgs } from "./scheduled-call";
