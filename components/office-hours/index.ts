export { DatabaseHours, type DatabaseHoursArgs } from "./database-hours";
export { EARLIEST_START, LATEST_END, minutesOfDay, type OfficeHours, officeSchedules } from "./office-hours";
