import { credentialsIn } from "./credential-shapes";

/** Names of environment variables that hold secrets, in any letter case: a regular expression. */
export const SECRET_VARIABLE_NAMES =
  "(password|passwd|passphrase|secret|token|api_?key|private_?key|access_?key|signing_?key|encryption_?key|credentials?)$";

/** Whether an environment variable holds a secret in plain text, by its name or by what its value looks like. */
export function isSecretVariable(name: string, names: RegExp, value: string): boolean {
  const isHarmless = value === "" || /^(arn:|true$|false$|\d{1,3}$)/.test(value) || /public/i.test(name);
  return credentialsIn(value).length > 0 || (names.test(name) && !isHarmless);
}

// A value that begins with these is filled in, or read from a file, when the script runs.
const ASSIGNMENT = /(?<![\w$.])([A-Za-z_][\w-]{0,99})=(["']?)(?![\s"'`$<{%*=/])([^\s"'`;]+)/g;
const NAMES = new RegExp(SECRET_VARIABLE_NAMES, "i");

/** Whether a script gives a secret to a variable or an option in plain text, by its name. */
export function assignsSecret(script: string): boolean {
  const lines = script.split("\n").filter((line) => !line.trimStart().startsWith("#"));
  return lines.some((line) =>
    [...line.matchAll(ASSIGNMENT)].some(([, name = "", , value = ""]) =>
      isSecretVariable(name.replaceAll("-", "_"), NAMES, value),
    ),
  );
}
