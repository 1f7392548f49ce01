import { variableName } from "../../uses/variable-name";
import type { Check, Fault } from "../draft";
import type { KeyPath } from "../key-path";
import type { Sections } from "../sections";
import { usersOf } from "../users";

/** Services do not set the variables that the platform sets for what they use. */
export const platformVariables: Check = (draft) =>
  usersOf(draft).flatMap(({ path: user, environment, uses }) => {
    const owners = variableOwners(uses);
    const own: { name: string; path: KeyPath }[] = [
      ...Object.keys(environment.variables).map((name) => ({ name, path: [...environment.path, name] as const })),
      ...uses.secrets.map((name, index) => ({ name, path: [...user, "uses", "secrets", index] as const })),
    ];
    return own.flatMap(({ name, path }): Fault[] => {
      const owner = owners.get(name);
      if (owner === undefined) return [];
      return [
        {
          path,
          involves: [[...user, "uses"]],
          got: `a variable that the platform sets for ${owner}`,
          expected: "a name of the application's own",
          fix: "remove it, and let the application read the platform's value",
        },
      ];
    });
  });

const DATABASE_VARIABLES = ["HOST", "PORT", "NAME", "SSLMODE", "USER", "PASSWORD", "AUTHENTICATION", "READER_HOST"];

/** The variables that a container gets by what its service uses, and what each stands for. */
function variableOwners(uses: Sections["services"][string]["uses"]): Map<string, string> {
  const buckets = Object.keys(uses.buckets).map((name) => [`${variableName(name)}_BUCKET`, `the bucket ${name}`]);
  const queues = Object.keys(uses.queues).map((name) => [`${variableName(name)}_QUEUE_URL`, `the queue ${name}`]);
  const files = Object.keys(uses.files).map((name) => [`${variableName(name)}_DIRECTORY`, `the file system ${name}`]);
  const parts = (prefix: string, names: string[], owner: string) => names.map((name) => [`${prefix}_${name}`, owner]);
  return new Map([
    ["AWS_REGION", "the region"],
    ...buckets,
    ...queues,
    ...files,
    ...(uses.database ? parts("DATABASE", DATABASE_VARIABLES, "the database") : []),
    ...(uses.models.length > 0 ? [["BEDROCK_MODELS", "its models"]] : []),
    ...(uses.mail ? parts("SES", ["REGION", "SENDER_EMAIL", "CONFIGURATION_SET"], "its mail") : []),
    ...uses.services.map((name) => [`${variableName(name)}_URL`, `the service ${name}`]),
    ...(uses.cache ? parts("REDIS", ["HOST", "PORT", "TLS", "AUTH_TOKEN"], "the cache") : []),
  ] as [string, string][]);
}
