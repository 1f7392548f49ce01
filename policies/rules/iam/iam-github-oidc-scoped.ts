import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { type Statement, statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";

const ISSUER = "token.actions.githubusercontent.com";
const aud = { [`${ISSUER}:aud`]: "sts.amazonaws.com" };
const sub = (value: unknown): object => ({ [`${ISSUER}:sub`]: value });
const BRANCH = "repo:example/shop:ref:refs/heads/main";

const trust = (condition: object | undefined, provider = `arn:aws:iam::123456789012:oidc-provider/${ISSUER}`): string =>
  JSON.stringify({
    Statement: {
      Effect: "Allow",
      Principal: { Federated: provider },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: condition,
    },
  });

export const iamGithubOidcScoped: Rule = {
  id: "iam-github-oidc-scoped",
  title: "Roles for GitHub Actions name their audience, repository and branch or environment",
  severity: "high",
  controls: { nist: ["IA-2", "AC-6"] },
  references: { checkov: ["CKV_AWS_358", "CKV_AWS_393"] },
  why: "All of GitHub shares one issuer: without the claim sub any repository, or any branch of one's own, gets the role.",
  fix: "Test the claim aud with StringEquals, and sub as repo:<owner>/<repository>:ref:… or :environment:….",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub",
  types: ["aws:iam/role:Role"],
  check({ props, each, violated }) {
    const path = "assumeRolePolicy";
    each(statementsOf(props.at(path)).filter(isForGithub), (statement) => {
      const audiences = claims(statement, "aud", /^stringequals(ignorecase)?$/);
      const subjects = claims(statement, "sub", /^string(equals|like|equalsignorecase)$/);
      if (audiences.length === 0) violated(path, "the claim aud, tested for equality", "no such test", "aud");
      if (subjects.length === 0) violated(path, "the claim sub, tested", "no such test", "sub");
      else if (!subjects.every(isScoped)) violated(path, "a repository and what of it", "a wider pattern", "sub");
    });
  },
  cases: {
    resource: [
      good("one branch", { assumeRolePolicy: trust({ StringEquals: { ...aud, ...sub(BRANCH) } }) }),
      good("one environment, or a pattern of tags", {
        assumeRolePolicy: trust({
          StringEquals: aud,
          StringLike: sub(["repo:example/shop:environment:production", "repo:example/shop:ref:refs/tags/v*"]),
        }),
      }),
      good("pull requests", {
        assumeRolePolicy: trust({ StringEquals: { ...aud, ...sub("repo:example/shop:pull_request") } }),
      }),
      good("another provider", {
        assumeRolePolicy: trust(undefined, "arn:aws:iam::123456789012:oidc-provider/gitlab.example.com"),
      }),
      good("a service", { assumeRolePolicy: { Statement: { Principal: { Service: "ecs-tasks.amazonaws.com" } } } }),
      good("denied", { assumeRolePolicy: trust(undefined).replace("Allow", "Deny") }),
      good("a role of that name", {
        assumeRolePolicy: { Statement: { Principal: { AWS: `arn:aws:iam::123456789012:role/${ISSUER}` } } },
      }),
      bad("no audience", { assumeRolePolicy: trust({ StringEquals: sub(BRANCH) }) }, "assumeRolePolicy"),
      bad(
        "audience by a pattern",
        { assumeRolePolicy: trust({ StringLike: aud, StringEquals: sub(BRANCH) }) },
        "assumeRolePolicy",
      ),
      bad("no subject", { assumeRolePolicy: trust({ StringEquals: aud }) }, "assumeRolePolicy"),
      bad(
        "subject where there is one",
        { assumeRolePolicy: trust({ StringEquals: aud, "ForAllValues:StringEquals": sub(BRANCH) }) },
        "assumeRolePolicy",
      ),
      bad(
        "among other principals",
        {
          assumeRolePolicy: {
            Statement: {
              Effect: "Allow",
              Principal: { Service: "ecs-tasks.amazonaws.com", Federated: ISSUER },
              Condition: { StringEquals: aud },
            },
          },
        },
        "assumeRolePolicy",
      ),
      bad("neither", { assumeRolePolicy: trust(undefined) }, ["assumeRolePolicy", "assumeRolePolicy"]),
      ...[
        "*",
        "repo:*",
        "repo:example/*",
        "repo:example/*:ref:refs/heads/main",
        "repo:example/shop:*",
        "repo:example/shop*",
        "repo:example/shop",
      ].map((pattern) =>
        bad(
          `subject ${pattern}`,
          { assumeRolePolicy: trust({ StringEquals: aud, StringLike: sub([BRANCH, pattern]) }) },
          "assumeRolePolicy",
        ),
      ),
      bad(
        "any branch or tag, as a document",
        { assumeRolePolicy: JSON.parse(trust({ StringEquals: aud, StringLike: sub("repo:example/shop:ref:*") })) },
        "assumeRolePolicy",
      ),
      bad("no JSON", { assumeRolePolicy: "{" }, "assumeRolePolicy"),
      unknown("trust not known", { assumeRolePolicy: UNKNOWN }, "assumeRolePolicy"),
    ],
  },
};

function isForGithub({ effect, principals }: Statement): boolean {
  return effect === "Allow" && principals.some(({ kind, id }) => kind === "Federated" && id.includes(ISSUER));
}

function claims({ conditions }: Statement, claim: string, operators: RegExp): string[] {
  return conditions
    .filter(
      ({ operator, holdsWithoutKey, key }) =>
        key === `${ISSUER}:${claim}` && operators.test(operator) && !holdsWithoutKey,
    )
    .flatMap(({ values }) => values);
}

/** `repo:owner/name:<what>`: no wildcard in the repository, none at the start of what follows. */
function isScoped(subject: string): boolean {
  const [kind = "", repository = "", ...context] = subject.split(":");
  return !/[*?]/.test(kind + repository) && context.length > 0 && !context.some((part) => /^[*?]/.test(part));
}
