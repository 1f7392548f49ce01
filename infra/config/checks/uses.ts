import { closest } from "fastest-levenshtein";
import { at, type Check, type Draft, type Fault, isMisshapen, type NamedSection, namesWritten } from "../draft";
import { keyText, type KeyPath } from "../key-path";
import { usersOf } from "../users";

/** Services use what the stack has, and no variable of theirs is set twice. */
export const uses: Check = (draft) =>
  usersOf(draft).flatMap(({ path: user, uses: used, environment }) => {
    const key = (...rest: (string | number)[]): KeyPath => [...user, "uses", ...rest];
    const single = (["database", "cache", "mail"] as const)
      .filter((part) => used[part] && draft.written[part] === undefined)
      .map((part) => absentPart(key(part), part));
    const buckets = Object.keys(used.buckets).map((bucket) =>
      unknownName(draft, "buckets", bucket, key("buckets"), "bucket"),
    );
    const files = Object.keys(used.files).map((name) => unknownName(draft, "files", name, key("files"), "file system"));
    const queues = Object.keys(used.queues).map((queue) => unknownName(draft, "queues", queue, key("queues"), "queue"));
    const secrets = used.secrets.map((secret, index) =>
      unknownName(draft, "secrets", secret, key("secrets", index), "secret"),
    );
    const twice = used.secrets
      .filter((secret) => Object.hasOwn(environment.variables, secret))
      .map((secret) => setTwice(environment.path, secret, key("secrets")));
    return [...single, ...buckets.flat(), ...queues.flat(), ...files.flat(), ...secrets.flat(), ...twice];
  });

function absentPart(path: KeyPath, part: "database" | "cache" | "mail"): Fault {
  return {
    path,
    involves: [],
    got: `true, but this stack has no ${part}`,
    expected: `false, or a section platform:${part}`,
    fix: `add platform:${part}, or remove the key`,
  };
}

/** A fault when a name is not in its section, with the nearest name that is. */
export function unknownName(draft: Draft, section: NamedSection, name: string, path: KeyPath, what: string): Fault[] {
  const names = namesWritten(draft, section);
  if (names.includes(name) || isMisshapen(draft, section)) return [];
  const suggestion = names.length > 0 ? closest(name, names) : undefined;
  return [
    {
      path,
      involves: [],
      got: `the ${what} ${name}, which this stack does not have`,
      expected: names.length > 0 ? `one of ${names.join(", ")}` : `nothing, since ${keyText(at(section))} is empty`,
      fix: `${suggestion === undefined ? "" : `did you mean ${suggestion}? Otherwise `}declare it under ${keyText(at(section))}, or remove it here`,
      ...(suggestion !== undefined && { suggestion }),
    },
  ];
}

function setTwice(environment: KeyPath, secret: string, other: KeyPath): Fault {
  return {
    path: [...environment, secret],
    involves: [other],
    got: `a variable that ${keyText(other)} sets as well`,
    expected: "each variable set once",
    fix: "remove it from the environment",
  };
}
