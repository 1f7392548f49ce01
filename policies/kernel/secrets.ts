import { Secret } from "@pulumi/policy";

/**
 * A copy of properties with the values of secrets in place of their wrappers, which the policy host leaves in what a
 * remedy gets. Reads past the host's proxies, which throw on unknown values.
 */
export function withoutSecrets(properties: object): { [property: string]: unknown } {
  const values = Object.entries(Object.getOwnPropertyDescriptors(properties));
  return Object.fromEntries(values.map(([key, { value }]) => [key, unwrapped(value)]));
}

function unwrapped(value: unknown): unknown {
  if (value instanceof Secret) return unwrapped(value.value);
  if (Array.isArray(value)) return value.map(unwrapped);
  const isPlain = typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? withoutSecrets(value) : value;
}
