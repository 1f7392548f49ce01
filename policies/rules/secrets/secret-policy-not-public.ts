import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { reportPublicStatements } from "../../kernel/public-statements";
import type { Rule } from "../../kernel/rule";

const SECRET = "aws:secretsmanager/secret:Secret";
const POLICY = "aws:secretsmanager/secretPolicy:SecretPolicy";
const allow = (principal: unknown, condition?: object): string =>
  JSON.stringify({
    Statement: {
      Effect: "Allow",
      Principal: principal,
      Action: "secretsmanager:GetSecretValue",
      Resource: "*",
      Condition: condition,
    },
  });
const named = allow({ AWS: "arn:aws:iam::123456789012:role/app" });

export const secretPolicyNotPublic: Rule = {
  id: "secret-policy-not-public",
  title: "Policies of secrets let nobody in whom they do not name",
  severity: "high",
  controls: { nist: ["AC-3"] },
  why: "A secret that everybody may read is none; AWS can refuse such a policy, but only where it is asked to.",
  fix: "Name the principals, and set blockPublicPolicy to true on the aws.secretsmanager.SecretPolicy.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
  types: [POLICY, SECRET],
  check({ resource, props, each, violated }) {
    const policy = (): void => reportPublicStatements(props.at("policy"), { each, violated });
    const block = (): void => {
      const flag = props.at("blockPublicPolicy");
      if (resource.type === POLICY && !flag.isTrue())
        violated(flag, "true", flag.isSet() ? "false" : "nothing", "blockPublicPolicy");
    };
    each([policy, block], (part) => part());
  },
  // Whom the policy should name instead of everybody, nothing tells.
  remedy({ resource, props, set }) {
    const flag = props.at("blockPublicPolicy");
    if (resource.type === POLICY && !flag.isTrue()) set(flag, true);
  },
  cases: {
    resource: [
      good("role named, public ones refused", { policy: named, blockPublicPolicy: true }),
      good("flag as text", { policy: named, blockPublicPolicy: "true" }),
      good("everybody of one account", {
        policy: allow("*", { StringEquals: { "aws:PrincipalAccount": "123456789012" } }),
        blockPublicPolicy: true,
      }),
      good("a secret without policy", { name: "shop/database" }, { type: SECRET }),
      bad("everybody", { policy: allow("*"), blockPublicPolicy: true }, "policy", { remediable: false }),
      bad(
        "everybody in a list, as a document",
        { policy: JSON.parse(allow({ AWS: ["*"] })), blockPublicPolicy: true },
        "policy",
        { remediable: false },
      ),
      bad("everybody, inline in the secret", { policy: allow({ AWS: "*" }) }, "policy", {
        type: SECRET,
        remediable: false,
      }),
      bad("everybody, and public ones accepted", { policy: allow("*") }, ["policy", "blockPublicPolicy"], {
        remediable: false,
      }),
      bad("public ones accepted", { policy: named, blockPublicPolicy: false }, "blockPublicPolicy"),
      bad("provider's default left", { policy: named }, "blockPublicPolicy"),
      bad("no JSON", { policy: "{", blockPublicPolicy: true }, "policy", { remediable: false }),
      unknown("policy not known", { policy: UNKNOWN, blockPublicPolicy: true }, "policy"),
      unknown("flag not known", { policy: named, blockPublicPolicy: UNKNOWN }, "blockPublicPolicy"),
    ],
  },
};
