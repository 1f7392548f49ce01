/** The same keys with other values. */
export function mapValues<From, To>(
  record: { [key: string]: From },
  map: (value: From, key: string) => To,
): { [key: string]: To } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
