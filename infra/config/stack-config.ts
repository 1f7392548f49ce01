import { regionName } from "./accepted";
import { faultsOf } from "./checks";
import { plainTextSecrets } from "./checks/plain-text-secrets";
import { deepFreeze } from "./deep-freeze";
import { type Draft, problemsOf } from "./draft";
import { explain, unknownKey } from "./explain";
import { inFileOrder } from "./file-order";
import { type KeyPath, sameBranch } from "./key-path";
import { parseLeniently } from "./lenient";
import { PROFILE_DEFAULTS, type Profile, PROFILES } from "./profile";
import { type SectionName, type Sections, type SectionSchemas, sectionSchemas } from "./sections";
import { type Problem, StackConfigError } from "./stack-config-error";
import { valueInWords } from "./value-in-words";

/** Everything that a stack file says, checked and complete; frozen. */
export interface StackConfig extends Sections {
  /** Name of the stack. */
  stack: string;
  /** The stack file, for messages. */
  file: string;
  /** `aws:region`. */
  region: string;
  /** Whether the stack is to be deleted again soon: the profile of that name. */
  ephemeral: boolean;
}

export type ServiceConfig = StackConfig["services"][string];
export type ScheduleConfig = StackConfig["schedules"][string];
export type NetworkConfig = StackConfig["network"];
export type DatabaseConfig = NonNullable<StackConfig["database"]>;
export type CacheConfig = NonNullable<StackConfig["cache"]>;
export type BucketConfig = StackConfig["buckets"][string];
export type SecretConfig = StackConfig["secrets"][string];
export type CdnConfig = NonNullable<StackConfig["cdn"]>;
export type FirewallConfig = NonNullable<StackConfig["firewall"]>;

const NAMESPACE = "platform";

/** Sections that are one text; all others are JSON in Pulumi's own form of configuration. */
const TEXT_SECTIONS: readonly string[] = ["account", "application", "profile"];

/**
 * Reads a stack's configuration from Pulumi's own form of it: by key, a text or JSON.
 *
 * @param secretKeys keys whose value stands encrypted in the stack file.
 * @throws {StackConfigError} with every problem of the file at once.
 */
export function parseStackConfig(
  raw: Readonly<Record<string, string>>,
  stack: string,
  file: string,
  secretKeys: readonly string[] = [],
): StackConfig {
  const written = writtenSections(raw);
  const profile: Profile = PROFILES.find((name) => name === written.profile) ?? "production";
  const schemas = sectionSchemas(PROFILE_DEFAULTS[profile]);
  const { sections, problems, unreadable } = readSections(schemas, written, secretKeys);
  const region = regionName().safeParse(raw["aws:region"]);
  const draft: Draft = { stack, region: region.data, sections, written };

  const encryptedKeys = secretKeys.map((key): KeyPath => [key]);
  const secrets = problemsOf(plainTextSecrets(draft), encryptedKeys);
  const found = distinct([
    ...secrets,
    ...(region.success ? [] : [regionProblem(raw["aws:region"])]),
    ...foreignKeys(raw, Object.keys(schemas)),
    ...problems.filter(({ path }) => !secrets.some((secret) => sameBranch(secret.path, path))),
    ...problemsOf(faultsOf(draft), unreadable),
  ]);
  if (found.length > 0 || !region.success) throw new StackConfigError(file, inFileOrder(found, raw, written));
  return deepFreeze({
    ...(sections as Sections),
    stack,
    file,
    region: region.data,
    ephemeral: sections.profile === "ephemeral",
  });
}

/** A list of a wrong type is also one of a wrong length: once is enough. */
function distinct(problems: Problem[]): Problem[] {
  const texts = problems.map(({ key, got, expected }) => [key, got, expected].join("\n"));
  return problems.filter((_, index) => texts.indexOf(texts[index] as string) === index);
}

function writtenSections(raw: Readonly<Record<string, string>>): Partial<Record<SectionName, unknown>> {
  const own = Object.entries(raw).filter(([key]) => key.startsWith(`${NAMESPACE}:`));
  return Object.fromEntries(
    own.map(([key, value]) => {
      const section = key.slice(NAMESPACE.length + 1);
      return [section, TEXT_SECTIONS.includes(section) ? value : decoded(value)];
    }),
  );
}

/** The value behind a text of Pulumi's configuration; what is no JSON is a text of the file. */
function decoded(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function readSections(schemas: SectionSchemas, written: Draft["written"], secretKeys: readonly string[]) {
  const sections: Record<string, unknown> = {};
  const problems: Problem[] = [];
  const unreadable: KeyPath[] = [];

  for (const name of Object.keys(schemas) as SectionName[]) {
    const key = `${NAMESPACE}:${name}`;
    if (secretKeys.includes(key)) {
      problems.push(encrypted(key));
      unreadable.push([key]);
      continue;
    }
    const result = parseLeniently(schemas[name], written[name]);
    sections[name] = result.value;
    problems.push(...result.issues.flatMap((issue) => explain(schemas[name], written[name], key, issue)));
    unreadable.push(...result.leftOut.map((place): KeyPath => [key, ...(place as (string | number)[])]));
  }
  return { sections: sections as Partial<Sections>, problems, unreadable };
}

function encrypted(key: string): Problem {
  return {
    key,
    path: [key],
    got: "an encrypted value",
    expected: "settings in plain text, without any secret among them",
    fix: "declare the secret under platform:secrets, which says only that it exists, and put its value into Secrets Manager",
  };
}

function regionProblem(value: string | undefined): Problem {
  return {
    key: "aws:region",
    path: ["aws:region"],
    got: valueInWords(value, ["aws:region"]),
    expected: "the name of an AWS region",
    fix: "write, for example, aws:region: us-east-1",
  };
}

/** Unknown sections, and sections below a namespace that is all but ours. */
function foreignKeys(raw: Readonly<Record<string, string>>, known: string[]): Problem[] {
  return Object.keys(raw).flatMap((key) => {
    const [namespace = "", section = ""] = key.split(/:(.*)/s);
    if (namespace === NAMESPACE && !known.includes(section)) return [unknownKey([key], known)];
    return namespace !== NAMESPACE && namespace.toLowerCase() === NAMESPACE ? [unknownKey([key], [])] : [];
  });
}
