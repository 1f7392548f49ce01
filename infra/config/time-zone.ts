import { z } from "zod";

const accepted = "a time zone of the IANA database, such as Asia/Kolkata";

/** The name of a time zone, as the schedules of AWS know it. */
export const timeZone = () => z.string(accepted).refine(isTimeZone, accepted);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
