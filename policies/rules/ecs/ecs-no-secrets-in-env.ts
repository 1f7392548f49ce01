import { bad, good, type Properties, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { containersOf, nameOf } from "./containers";
import { isSecretVariable, SECRET_VARIABLE_NAMES } from "../../kernel/secret-variables";

/** What Security Hub's control looks for. */
const CREDENTIAL_NAMES = new Set(["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ECS_ENGINE_AUTH_DATA"]);

const env = (name: string, value: unknown = "x"): Properties => ({
  containerDefinitions: JSON.stringify([{ name: "web", environment: [{ name, value }] }]),
});
const PATH = "containerDefinitions[0].environment[0]";

export const ecsNoSecretsInEnv: Rule = {
  id: "ecs-no-secrets-in-env",
  title: "No container gets a secret in a plain environment variable",
  severity: "high",
  controls: { fsbp: ["ECS.8"], nist: ["IA-5(7)", "CM-2"] },
  references: { cdkNag: ["AwsSolutions-ECS2"] },
  why: "Whoever may describe a task definition reads its environment, and old revisions keep it for ever.",
  fix: "Put the value in Secrets Manager and name it in the container's secrets, with valueFrom.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  parameters: {
    names: {
      type: "string",
      default: SECRET_VARIABLE_NAMES,
      description:
        "Regular expression for variables that hold secrets, in any letter case; names with public excepted.",
    },
  },
  check({ props, each, violated, params }) {
    const names = new RegExp(params.names, "i");
    each(containersOf(props), (container) =>
      each(container.at("environment").list(), (variable) => {
        const name = variable.at("name").string() ?? "";
        if (CREDENTIAL_NAMES.has(name) || isSecretVariable(name, names, variable.at("value").string() ?? ""))
          violated(variable, "a reference in secrets", "a secret in plain text", partOf(nameOf(container), name));
      }),
    );
  },
  cases: {
    resource: [
      good("a setting", env("LOG_LEVEL", "info")),
      good("a secret by reference", {
        containerDefinitions: JSON.stringify([{ name: "web", secrets: [{ name: "DB_PASSWORD", valueFrom: "arn" }] }]),
      }),
      good("the ARN of a secret", env("DB_SECRET", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db")),
      good("a setting about tokens", env("TOKEN_LIFETIME", "3600")),
      good("a public key", env("NEXT_PUBLIC_API_KEY", `pk_live_${"a".repeat(24)}`)),
      good("a flag", env("USE_TOKEN", "true")),
      good("a small number", env("MAX_TOKEN", "128")),
      good("an empty value", env("DB_PASSWORD", "")),
      good("a URL without a password", env("DATABASE_URL", "postgres://db.internal:5432/app")),
      good("a URL with a placeholder", env("DATABASE_URL", "postgres://app:${DB_PASSWORD}@db:5432/app")),
      good("no environment", { containerDefinitions: "[{}]" }),
      ...[...CREDENTIAL_NAMES].map((name) => bad(`name ${name}`, env(name), PATH)),
      ...["DB_PASSWORD", "stripeApiKey", "JWT_SECRET", "SESSION_TOKEN", "SIGNING_KEY", "GOOGLE_CREDENTIALS"].map(
        (name) => bad(`name ${name}`, env(name), PATH),
      ),
      bad("a name of one's own", env("PIN"), PATH, { params: { names: "^pin$" } }),
      bad("an access key", env("A", `AKIA${"Q".repeat(16)}`), PATH),
      bad("a GitHub token", env("A", `ghp_${"a".repeat(36)}`), PATH),
      bad("a fine-grained GitHub token", env("A", `github_pat_${"a".repeat(22)}`), PATH),
      bad("a GitLab token", env("A", `glpat-${"a".repeat(20)}`), PATH),
      bad("a Slack token", env("A", `xoxb-${"1".repeat(12)}`), PATH),
      bad("a payment key", env("A", `sk_live_${"a".repeat(24)}`), PATH),
      bad("a signed token", env("A", `eyJ${"a".repeat(12)}.eyJ${"a".repeat(12)}.sig`), PATH),
      bad("a private key", env("A", `-----BEGIN RSA ${"PRIVATE"} KEY-----`), PATH),
      bad("a URL with a password", env("DATABASE_URL", "postgres://app:hunter2@db:5432/app"), PATH),
      bad(
        "as a document",
        { containerDefinitions: { environment: { name: "A_TOKEN", value: "x" } } },
        "containerDefinitions.environment",
      ),
      bad("no JSON", { containerDefinitions: "{" }, "containerDefinitions"),
      unknown("containers not known", { containerDefinitions: UNKNOWN }, "containerDefinitions"),
      unknown(
        "value not known",
        { containerDefinitions: [{ environment: [{ name: "DATABASE_URL", value: UNKNOWN }] }] },
        `${PATH}.value`,
      ),
    ],
  },
};

/** The variable as an exemption names it: containers may give the same name to different things. */
const partOf = (container: string | undefined, variable: string): string =>
  container === undefined ? variable : `${container}.${variable}`;
