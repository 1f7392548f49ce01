import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { ANY_AWS, type Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";
import { credentialsIn } from "../../kernel/credential-shapes";
import { assignsSecret } from "../../kernel/secret-variables";

// Inputs that are made for a secret, which a policy sees in clear text even where the state holds it encrypted.
const SECRET_INPUTS = new Set([
  "authToken",
  "authenticationMode",
  "clientSecret",
  "masterPassword",
  "masterUserPassword",
  "password",
  "passwords",
  "privateKey",
  "providerDetails",
  "secretBinary",
  "secretString",
]);
// Inputs in which people write text; an unknown anywhere else is another resource's id or ARN.
const FREE_TEXT = new Set(["containerDefinitions", "environment", "input", "userData", "userDataBase64"]);
const PARAMETER = "aws:ssm/parameter:Parameter";
const FUNCTION = "aws:lambda/function:Function";
const INSTANCE = "aws:ec2/instance:Instance";

// AWS's own example; the others are put together here so that no scanner takes this file for a leak.
const ACCESS_KEY = "AKIAIOSFODNN7EXAMPLE";
const PRIVATE_KEY = ["-----BEGIN RSA", "PRIVATE KEY-----\nMIIE"].join(" ");
const TOKEN = "ghp_" + "a1".repeat(18);
const containers = (environment: object[]): string => JSON.stringify([{ name: "app", environment }]);

export const noPlaintextCredentials: Rule = {
  id: "no-plaintext-credentials",
  title: "No input of an AWS resource holds a key, token or password in plain text",
  severity: "critical",
  controls: { nist: ["IA-5(7)"] },
  references: { checkov: ["CKV_AWS_46", "CKV_AWS_45"] },
  why: "Environment variables, user data and tags are shown to everybody who may describe the resource.",
  fix: "Store the value in an aws.secretsmanager.Secret and refer to its ARN; revoke the one that was written down.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
  types: [ANY_AWS],
  check({ resource, props, each, violated }) {
    const isSecret = resource.type === PARAMETER && props.at("type").string() === "SecureString";
    const inputs = props.entries().filter(([name]) => !SECRET_INPUTS.has(name) && !(isSecret && name === "value"));
    each(inputs, ([name, input]) =>
      each([...leavesOf(name, input)], ([key, leaf]) => {
        if (leaf.isUnknown() && !FREE_TEXT.has(name) && !FREE_TEXT.has(key)) return;
        for (const kind of kindsIn(key, leaf))
          violated(leaf, "a reference to a secret", `what looks like credentials (${kind})`, kind);
      }),
    );
  },
  cases: {
    resource: [
      good("a reference to a secret", {
        containerDefinitions: JSON.stringify([
          {
            name: "app",
            secrets: [{ name: "DATABASE_URL", valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:x" }],
          },
        ]),
      }),
      good("inputs made for a secret", { secretString: TOKEN, privateKey: PRIVATE_KEY, password: ACCESS_KEY }),
      good("a parameter that is encrypted", { type: "SecureString", value: TOKEN }, { type: PARAMETER }),
      good("a URL with a placeholder", { input: "postgres://app:${PASSWORD}@db.internal/shop" }),
      good("a URL with a port", { endpoint: "https://hooks.example.com:8443/alerts?to=ops@example.com" }),
      good("numbers, flags and names", { port: 443, enabled: true, tags: { Name: "pul-request_sk_live" }, list: [] }),
      good("another resource's id", {
        vpcId: UNKNOWN,
        subnetIds: [UNKNOWN],
        policy: UNKNOWN,
        target: { arn: UNKNOWN },
      }),
      bad(
        "access key in containers",
        { containerDefinitions: containers([{ name: "KEY", value: ACCESS_KEY }]) },
        "containerDefinitions",
      ),
      bad(
        "secret key in containers",
        { containerDefinitions: containers([{ name: "AWS_SECRET_ACCESS_KEY", value: "x".repeat(40) }]) },
        "containerDefinitions",
      ),
      bad(
        "secret key in an environment",
        { environment: { variables: { AWS_SECRET_ACCESS_KEY: "x".repeat(40) } } },
        "environment.variables.AWS_SECRET_ACCESS_KEY",
        { type: FUNCTION },
      ),
      bad("token in a list of objects", { environment: [{ name: "TOKEN", value: TOKEN }] }, "environment[0].value"),
      bad("token in a tag", { tags: { Token: TOKEN } }, "tags.Token"),
      bad("token in a parameter", { type: "String", value: TOKEN }, "value", { type: PARAMETER }),
      good(
        "user data that fetches its secrets",
        {
          userData: [
            "# PASSWORD=changeme",
            'TOKEN="$(curl -X PUT http://169.254.169.254/latest/api/token)"',
            "export DB_PASSWORD=`aws ssm get-parameter --name /db`",
            "DB_HOST=db.internal DB_PASSWORD=${db_password} SECRET_KEY={{key}} API_TOKEN_FILE=/run/token",
            'test "$PASSWORD" == "x" || exit 1',
          ].join("\n"),
        },
        { type: INSTANCE },
      ),
      good("a word that is no script", { description: "PASSWORD=hunter2" }),
      ...["DB_PASSWORD=hunter2", "export apiKey='x1y2z3'", 'run --db-password="hunter2"', "-e API_TOKEN=x1y2z3"].map(
        (line) =>
          bad(`user data with ${line.split("=")[0]}=…`, { userData: `#!/bin/sh\n${line}\n` }, "userData", {
            type: INSTANCE,
          }),
      ),
      bad(
        "a password in a launch template's user data",
        { userData: Buffer.from("#!/bin/sh\nDB_PASSWORD=hunter2").toString("base64") },
        "userData",
        { type: "aws:ec2/launchTemplate:LaunchTemplate" },
      ),
      bad("private key in user data", { userData: `cat <<EOF\n${PRIVATE_KEY}` }, "userData", { type: INSTANCE }),
      bad(
        "private key in encoded user data",
        { userDataBase64: Buffer.from(PRIVATE_KEY).toString("base64") },
        "userDataBase64",
        {
          type: INSTANCE,
        },
      ),
      bad(
        "URL with a password in a schedule",
        { target: { input: JSON.stringify({ url: "postgres://app:hunter2@db.internal/shop" }) } },
        "target.input",
        { type: "aws:scheduler/schedule:Schedule" },
      ),
      ...[
        "glpat-" + "a1".repeat(10),
        "npm_" + "a1".repeat(18),
        "pul-" + "a1".repeat(20),
        "xoxb-" + "1".repeat(12),
        "https://hooks.slack.com/" + "services/T0/B0/x",
        "sk_live_" + "a1".repeat(12),
        "AIza" + "a".repeat(35),
        ["SG", "a".repeat(22), "b".repeat(43)].join("."),
        ["eyJ" + "a".repeat(12), "eyJ" + "b".repeat(12), "c".repeat(43)].join("."),
      ].map((credential) => bad(`${credential.slice(0, 5)}…`, { input: `key: ${credential}` }, "input")),
      bad("two kinds at one place", { userData: `${ACCESS_KEY} ${TOKEN}` }, ["userData", "userData"]),
      unknown("a schedule's input not known", { target: { arn: UNKNOWN, input: UNKNOWN } }, "target.input", {
        type: "aws:scheduler/schedule:Schedule",
      }),
      ...["userData", "userDataBase64"].map((name) =>
        unknown(`${name} not known`, { [name]: UNKNOWN }, name, { type: INSTANCE }),
      ),
      unknown("containers not known", { containerDefinitions: UNKNOWN }, "containerDefinitions"),
      unknown(
        "one variable not known",
        { environment: { variables: { A: UNKNOWN, B: "b" } } },
        "environment.variables.A",
        {
          type: FUNCTION,
        },
      ),
    ],
  },
};

/** Every single value below an input, with the name that stands next to it. */
function* leavesOf(key: string, value: Value): Generator<[string, Value]> {
  if (value.isUnknown()) return yield [key, value];
  const members = value.entries();
  for (const [name, member] of members) yield* leavesOf(name, member);
  if (members.length > 0) return;
  for (const element of value.list()) {
    if (element === value) yield [key, element];
    else yield* leavesOf(key, element);
  }
}

/** The kinds of credentials at a place: those that a form or a name next to it gives away, in user data also a variable's. */
function kindsIn(key: string, leaf: Value): string[] {
  const text = leaf.string() ?? "";
  const script = key.startsWith("userData") ? `${text}\n${Buffer.from(text, "base64").toString("latin1")}` : "";
  const kinds = credentialsIn(`${key}=${text}\n${script}`);
  return assignsSecret(script) ? [...kinds, "secret in a variable"] : kinds;
}
