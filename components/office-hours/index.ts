export { DatabaseHours, type DatabaseHoursArgs } from "./database-hours";
export { EARLIEST_START, LATEST_END, type OfficeHours, officeSchedules } from "./office-hours";
