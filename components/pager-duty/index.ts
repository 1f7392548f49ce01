export { PagerDuty, type PagerDutyArgs } from "./pager-duty";
