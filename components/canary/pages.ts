/** A page that the canary asks for. */
export interface CanaryPage {
  /** Starts with a slash. */
  path: string;
  /** Values that the JSON of the answer must have, by dotted field: `{ status: "ok" }`. */
  json?: { [field: string]: string | number | boolean };
}

/** Bytes of environment that Lambda takes, with room for the script's other variables. */
const MOST_BYTES = 4096 - 512;

/** What is wrong with the pages of a canary, as sentences. */
export function canaryProblems(pages: CanaryPage[], everyMinutes: number): string[] {
  const paths = pages.map(({ path }) => path);
  const twice = paths.filter((path, index) => paths.indexOf(path) !== index);
  const bytes = Buffer.byteLength(JSON.stringify(pages));
  return [
    ...(pages.length === 0 ? ["pages must name at least one page"] : []),
    ...paths.filter((path) => !path.startsWith("/")).map((path) => `pages must begin with a slash, got "${path}"`),
    ...[...new Set(twice)].map((path) => `pages name ${path} twice`),
    ...(bytes > MOST_BYTES ? [`pages must be at most ${MOST_BYTES} bytes of JSON, got ${bytes}`] : []),
    ...(Number.isInteger(everyMinutes) && everyMinutes >= 1 && everyMinutes <= 60
      ? []
      : [`everyMinutes must be a whole number from 1 to 60, got ${everyMinutes}`]),
  ];
}

/** https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/API_CanaryScheduleInput.html */
export function scheduleOf(everyMinutes: number): string {
  if (everyMinutes === 60) return "rate(1 hour)";
  return everyMinutes === 1 ? "rate(1 minute)" : `rate(${everyMinutes} minutes)`;
}
