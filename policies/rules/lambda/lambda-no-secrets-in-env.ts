import { bad, good, type Properties, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { isSecretVariable, SECRET_VARIABLE_NAMES } from "../../kernel/secret-variables";

const env = (name: string, value: unknown = "x"): Properties => ({ environment: { variables: { [name]: value } } });
const at = (name: string): string => `environment.variables.${name}`;

export const lambdaNoSecretsInEnv: Rule = {
  id: "lambda-no-secrets-in-env",
  title: "No function gets a secret in a plain environment variable",
  severity: "high",
  controls: { nist: ["IA-5(7)"] },
  references: { checkov: ["CKV_AWS_45"] },
  why: "Whoever may describe a function reads its environment.",
  fix: "Put the value in Secrets Manager, pass its ARN, and let the function read it with its role.",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
  types: ["aws:lambda/function:Function"],
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
    each(props.at("environment.variables").entries(), ([name, value]) => {
      // The id of another resource is unknown as well, and no secret.
      if (value.isUnknown() && !names.test(name)) return;
      if (isSecretVariable(name, names, value.string() ?? ""))
        violated(value, "the ARN of a secret", "a secret in plain text", name);
    });
  },
  cases: {
    resource: [
      good("a setting", env("LOG_LEVEL", "info")),
      good("the ARN of a secret", env("DB_PASSWORD", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db")),
      good("a public key", env("NEXT_PUBLIC_API_KEY", "x")),
      good("another resource's name", env("TABLE", UNKNOWN)),
      good("no environment", {}),
      bad("a password", env("DB_PASSWORD"), at("DB_PASSWORD")),
      bad("a key by its form", env("A", `AKIA${"Q".repeat(16)}`), at("A")),
      bad("in a list of one", { environment: [env("API_KEY")["environment"]] }, at("API_KEY")),
      bad("a name of one's own", env("PIN"), at("PIN"), { params: { names: "^pin$" } }),
      unknown("value not known", env("DB_PASSWORD", UNKNOWN), at("DB_PASSWORD")),
      unknown("variables not known", { environment: { variables: UNKNOWN } }, "environment.variables"),
    ],
  },
};
