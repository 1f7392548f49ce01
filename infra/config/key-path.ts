/** Where a value stands in the stack file's `config`: `["platform:services", "api", "paths", 0]`. */
export type KeyPath = readonly [string, ...(string | number)[]];

/** The path as people write it: `platform:services.api.paths[0]`. */
export function keyText(path: KeyPath): string {
  const [section, ...rest] = path;
  return rest.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return /^[A-Za-z_][\w-]*$/.test(part) ? `${text}.${part}` : `${text}[${JSON.stringify(part)}]`;
  }, section);
}

/** Whether one path is the other one or leads to it. */
export function sameBranch(a: readonly unknown[], b: readonly unknown[]): boolean {
  const shorter = Math.min(a.length, b.length);
  return a.slice(0, shorter).every((part, index) => part === b[index]);
}

/** The value at a path, as far as there is one. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((node, part) => {
    const known = typeof node === "object" && node !== null && Object.hasOwn(node, part);
    return known ? (node as Record<PropertyKey, unknown>)[part] : undefined;
  }, value);
}
