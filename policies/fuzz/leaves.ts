/** Anything that a property can hold on its way to a policy. */
export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

/** The keys and indexes that lead to a place; `DOCUMENT` stands for the JSON that a text holds. */
export type Route = (string | number)[];

const DOCUMENT = "\0document";

/** The routes to every place of a value, the places within JSON texts included. */
export function routesOf(value: unknown): Route[] {
  return [[], ...membersOf(value).flatMap(([key, member]) => routesOf(member).map((route) => [key, ...route]))];
}

/** The routes to the texts, not those that hold a document but the ones in it. */
export const textRoutesOf = (value: unknown): Route[] =>
  routesOf(value).filter((route) => {
    const found = at(value, route);
    return typeof found === "string" && documentIn(found) === undefined;
  });

export const at = (value: unknown, route: Route): unknown =>
  route.reduce<unknown>((inner, key) => new Map<string | number, unknown>(membersOf(inner)).get(key), value);

/** A copy with another value at one place; `undefined` takes the place away. */
export function replaced(value: unknown, [key, ...rest]: Route, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (key === DOCUMENT) return JSON.stringify(replaced(documentIn(value), rest, change));
  if (Array.isArray(value)) {
    return value.flatMap((element, index) => (index === key ? [replaced(element, rest, change)] : [element]));
  }
  const entries = Object.entries(value as object).map(([name, member]) => [
    name,
    name === key ? replaced(member, rest, change) : member,
  ]);
  return Object.fromEntries(entries.filter(([, member]) => member !== undefined));
}

function membersOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((element, index) => [index, element]);
  if (typeof value === "object" && value !== null) return Object.entries(value);
  const document = documentIn(value);
  return document === undefined ? [] : [[DOCUMENT, document]];
}

function documentIn(value: unknown): object | undefined {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return undefined;
  try {
    return JSON.parse(value) as object;
  } catch {
    return undefined;
  }
}
