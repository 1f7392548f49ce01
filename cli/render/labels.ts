/** `aws:ecs/service:Service` → `aws.ecs.Service`; a component of this project by its class alone. */
export function shortType(type: string, project: string): string {
  const [pkg = "", module = "", name = ""] = type.split(":");
  if (pkg === project) return name;
  const folder = module.split("/")[0];
  return [pkg, ...(folder && folder !== "index" ? [folder] : []), name].join(".");
}

/** `aws.ecs.Service api` */
export function labelOf(urn: string): string {
  const [head = "", project = "", types = "", ...name] = urn.split("::");
  if (!head.startsWith("urn:")) return urn;
  return `${shortType(types.split("$").at(-1) ?? types, project)} ${name.join("::")}`;
}

/** `1 resource`, `2 resources`, `2 policies` */
export const count = (amount: number, noun: string): string =>
  `${amount} ${amount === 1 ? noun : `${noun}s`.replace(/ys$/, "ies")}`;

/** A value in one line of bounded length. */
export function inOneLine(value: unknown, length = 100): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const line = text.replace(/\s+/g, " ");
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

/** Entries by key, in the order in which the keys first appear. */
export function groupBy<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): [string, Entry[]][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups];
}
