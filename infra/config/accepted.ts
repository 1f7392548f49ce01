import { formatBlock, parseBlock } from "@platform/components/network";
import { z } from "zod";

// The blocks of which every section's schema is made. Each carries the accepted form in words as its only message, so
// that whatever is wrong with a value, the reader is told what would be right.

export function wholeNumber(least: number, most: number) {
  const accepted = `a whole number from ${least} to ${most}`;
  return z.int(accepted).min(least, accepted).max(most, accepted);
}

export function text(pattern: RegExp, accepted: string) {
  return z.string(accepted).regex(pattern, accepted);
}

/** Free text of one line. */
export function sentence(least: number, most: number) {
  return text(
    new RegExp(`^[^\\r\\n]{${least},${most}}$`),
    least > 1 ? `one line of ${least} to ${most} characters` : `one line of at most ${most} characters`,
  );
}

export function yesOrNo() {
  return z.boolean("true or false, without quotes");
}

export function oneOf<const Values extends readonly [string, ...string[]]>(...values: Values) {
  return z.enum(values, `one of ${values.join(", ")}`);
}

export function listOf<Item extends z.ZodType>(item: Item, of: string, least = 0, most = 100) {
  const accepted = least > 0 || most < 100 ? `a list of ${least} to ${most} ${of}` : `a list of ${of}`;
  return z.array(item, accepted).min(least, accepted).max(most, accepted);
}

export function mapOf<Key extends z.ZodString, Value extends z.ZodType>(key: Key, value: Value, of: string) {
  return z.record(key, value, `a map of ${of}`);
}

/** Named settings; a name that is not among them is refused. */
export function settings<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, `a map with the keys ${Object.keys(shape).join(", ")}`);
}

export const regionName = () => text(/^[a-z]{2}(-[a-z]+)+-\d$/, "the name of an AWS region, such as us-east-1");

export const keyArn = () =>
  text(
    /^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/,
    "the ARN of a key, such as arn:aws:kms:us-west-2:123456789012:key/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f",
  );

export const hostName = () =>
  text(
    /^(?=.{1,128}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    "a domain name in lower case, such as api.example.com",
  );

export const kebabName = (most: number) =>
  text(
    new RegExp(`^(?=.{1,${most}}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$`),
    `at most ${most} lower-case letters, digits and single hyphens, starting with a letter`,
  );

export const environmentName = () =>
  text(/^[A-Z][A-Z0-9_]{0,127}$/, "a name in capitals, digits and underscores, such as LOG_LEVEL");

export const pathPattern = () =>
  text(
    /^\/[A-Za-z0-9_\-.$/~"'@:+&*?]{0,127}$/,
    "a path that starts with a slash, at most 128 characters, * and ? as wildcards, such as /api/*",
  );

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const LOG_RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

export type LogRetentionDays = (typeof LOG_RETENTION_DAYS)[number];

export const logRetentionDays = () =>
  z.literal(LOG_RETENTION_DAYS, `one of the periods of CloudWatch Logs: ${LOG_RETENTION_DAYS.join(", ")} days`);

export const webOrigin = () =>
  text(
    /^https:\/\/([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}(:\d{1,5})?$/,
    "an origin with https, without path and never *, such as https://www.example.com",
  );

const octet = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

// https://www.iana.org/assignments/iana-ipv4-special-registry: this network, loopback, link-local, multicast, reserved.
const nobodys = "0\\.|127\\.|169\\.254\\.|22[4-9]\\.|2[345]\\d\\.";

/** A block of addresses that somebody can have, from its first one on, but not half of the internet. */
export const addressBlock = () => {
  const accepted = "an IPv4 block of /8 or smaller that begins at its first address, such as 203.0.113.0/24";
  const shape = text(new RegExp(`^(?!${nobodys})${octet}(\\.${octet}){3}/([89]|[12]\\d|3[0-2])$`), accepted);
  return shape.refine((block) => isWhole(block), accepted);
};

/** AWS keeps the block without the bits of a host, so that every later preview would show a change. */
function isWhole(text: string): boolean {
  const block = parseBlock(text);
  return block !== undefined && formatBlock(block) === text;
}
