const HOUR_MILLISECONDS = 60 * 60 * 1000;

/** The moment so many hours after another one, in whole seconds and UTC: `2027-01-31T03:00:00`. */
export function hoursAfter(moment: string, hours: number): string {
  return new Date(Date.parse(moment) + hours * HOUR_MILLISECONDS).toISOString().slice(0, 19);
}
