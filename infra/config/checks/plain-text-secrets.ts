import { at, type Draft, type Fault, namesWritten } from "../draft";
import { keyText, type KeyPath, valueAt } from "../key-path";
import { looksLikeSecret, namesSecret } from "../secret-shape";

const EXPECTED = "no secret in plain text anywhere in a stack file";

/** Values that are, by their place, name or form, secrets in plain text. What they say is never repeated. */
export function plainTextSecrets(draft: Draft): Fault[] {
  const found = [...undeclared(draft), ...variables(draft)];
  const byForm = texts(draft.written)
    .filter(([path, value]) => looksLikeSecret(value) && !found.some((fault) => keyText(fault.path) === keyText(path)))
    .map(([path]) => fault(path, "a text that looks like a key or a password", path.at(-1)));
  return [...found, ...byForm];
}

/** A value under `platform:secrets`, where only descriptions belong. */
function undeclared(draft: Draft): Fault[] {
  return namesWritten(draft, "secrets").flatMap((name) => {
    const secret = valueAt(draft.written.secrets, [name]);
    if (typeof secret === "string") return [fault(at("secrets", name), "a value in plain text", name)];
    return Object.entries(typeof secret === "object" && secret !== null ? secret : {})
      .filter(
        ([key, value]) =>
          !["description", "generate", "mode", "rotateAfterDays"].includes(key) && typeof value === "string",
      )
      .map(([key]) => fault(at("secrets", name, key), "a value in plain text", name));
  });
}

/** A variable of a service whose name says that it is a secret. */
function variables(draft: Draft): Fault[] {
  return namesWritten(draft, "services").flatMap((service) => {
    const environment = valueAt(draft.written.services, [service, "environment"]);
    if (typeof environment !== "object" || environment === null) return [];
    return Object.entries(environment)
      .filter(([name, value]) => namesSecret(name) && value !== "")
      .map(([name]) => fault(at("services", service, "environment", name), "a value under the name of a secret", name));
  });
}

function fault(path: KeyPath, got: string, name: unknown): Fault {
  const secret = typeof name === "string" && /^[A-Z]/.test(name) ? name : "its variable";
  return {
    path,
    involves: [],
    got: `${got}, which is not shown here`,
    expected: EXPECTED,
    fix: `remove the value and replace the secret, since this file is shared; declare platform:secrets.${secret === "its variable" ? "NAME" : secret} with a description, list ${secret} under uses.secrets of the service, and put the new value into Secrets Manager`,
  };
}

/** Every text of the file with its place. */
function texts(written: Draft["written"]): [KeyPath, string][] {
  return Object.entries(written).flatMap(([section, value]) => textsBelow([`platform:${section}`], value));
}

function textsBelow(path: KeyPath, value: unknown): [KeyPath, string][] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => textsBelow([...path, index], item));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsBelow([...path, key], item));
}
