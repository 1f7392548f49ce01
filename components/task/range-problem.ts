/** What is wrong with a whole number that has bounds; nothing when it is left out. */
export function rangeProblem(argument: string, value: number | undefined, from: number, to: number): string[] {
  if (value === undefined || (Number.isInteger(value) && value >= from && value <= to)) return [];
  const range = to === Number.MAX_SAFE_INTEGER ? `of at least ${from}` : `from ${from} to ${to}`;
  return [`${argument} must be a whole number ${range}, got ${value}`];
}
