import { at, type Check, type Fault } from "../draft";
import type { Sections } from "../sections";

/** Services do not set the variables that the platform sets for what they use. */
export const platformVariables: Check = ({ sections: { services = {} } }) =>
  Object.entries(services).flatMap(([service, { environment, uses }]) => {
    const owners = variableOwners(uses);
    const own = [
      ...Object.keys(environment).map((name) => ({ name, path: at("services", service, "environment", name) })),
      ...uses.secrets.map((name, index) => ({ name, path: at("services", service, "uses", "secrets", index) })),
    ];
    return own.flatMap(({ name, path }): Fault[] => {
      const owner = owners.get(name);
      if (owner === undefined) return [];
      return [
        {
          path,
          involves: [at("services", service, "uses")],
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
  const buckets = Object.keys(uses.buckets).map((name) => [
    `${name.toUpperCase().replaceAll("-", "_")}_BUCKET`,
    `the bucket ${name}`,
  ]);
  const files = Object.keys(uses.files).map((name) => [
    `${name.toUpperCase().replaceAll("-", "_")}_DIRECTORY`,
    `the file system ${name}`,
  ]);
  const parts = (prefix: string, names: string[], owner: string) => names.map((name) => [`${prefix}_${name}`, owner]);
  return new Map([
    ["AWS_REGION", "the region"],
    ...buckets,
    ...files,
    ...(uses.database ? parts("DATABASE", DATABASE_VARIABLES, "the database") : []),
    ...(uses.models.length > 0 ? [["BEDROCK_MODELS", "its models"]] : []),
    ...(uses.mail ? parts("SES", ["REGION", "SENDER_EMAIL", "CONFIGURATION_SET"], "its mail") : []),
    ...(uses.cache ? parts("REDIS", ["HOST", "PORT", "TLS", "AUTH_TOKEN"], "the cache") : []),
  ] as [string, string][]);
}
