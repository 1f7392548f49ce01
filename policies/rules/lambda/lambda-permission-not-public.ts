import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

const PERMISSION = "aws:lambda/permission:Permission";
const URL_OF_FUNCTION = "aws:lambda/functionUrl:FunctionUrl";
const BUCKET = { principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::assets" };
const api = (account: string): string => `arn:aws:execute-api:eu-west-1:${account}:a1b2c3/*/*`;

export const lambdaPermissionNotPublic: Rule = {
  id: "lambda-permission-not-public",
  title: "Functions let nobody call them whom they do not name",
  severity: "critical",
  controls: { fsbp: ["Lambda.1"], nist: ["AC-3"] },
  references: { checkov: ["CKV_AWS_258", "CKV_AWS_301", "CKV_AWS_364"] },
  why: "Anybody with an account at AWS could call the function, directly or through a service that acts for all customers.",
  fix: "Name the account in principal; for a service set sourceArn, and for S3, whose ARNs name no account, sourceAccount as well; give a FunctionUrl AWS_IAM.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-1",
  types: [PERMISSION, URL_OF_FUNCTION],
  check({ resource, props, violated }) {
    if (resource.type === URL_OF_FUNCTION) {
      const type = props.at("authorizationType");
      // The provider adds the permission for everybody by itself:
      // https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/lambda/function_url.go
      if (type.string() === "NONE") violated(type, "AWS_IAM", "a URL for everybody");
      return;
    }
    const principal = props.at("principal");
    const name = principal.string() ?? "";
    if (isGiven(props.at("sourceAccount")) || isGiven(props.at("principalOrgId"))) return;
    if (name.startsWith("s3.amazonaws.com"))
      return violated("sourceAccount", "the account of the bucket, beside sourceArn", "none", "bucket");
    const source = props.at("sourceArn");
    if (isOfAnAccount(source)) return;
    // A URL with AWS_IAM is open too: whoever has an account gives himself the right that is his to give,
    // https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html#urls-auth-iam
    if (name === "*") violated(principal, "named principals, or a condition on the caller", "everybody", "everybody");
    if (/\.amazonaws\.com(\.cn)?$/.test(name))
      violated(
        source,
        "the ARN of what may call, with its account",
        source.isSet() ? "one of no account" : "none",
        "service",
      );
  },
  cases: {
    resource: [
      good("an API of one account", { principal: "apigateway.amazonaws.com", sourceArn: api("123456789012") }),
      good("an API that is not known yet", { principal: "apigateway.amazonaws.com", sourceArn: UNKNOWN }),
      good("a service for one account", { principal: "events.amazonaws.com", sourceAccount: "123456789012" }),
      good("a bucket of one account", { ...BUCKET, sourceAccount: "123456789012" }),
      good("a bucket of an account that is not known yet", { ...BUCKET, sourceAccount: UNKNOWN }),
      good("one account", { principal: "123456789012" }),
      good("one organisation", { principal: "*", principalOrgId: "o-a1b2c3d4e5" }),
      good("everybody by one API", { principal: "*", sourceArn: api("123456789012") }),
      good("a URL with signed requests", { authorizationType: "AWS_IAM" }, { type: URL_OF_FUNCTION }),
      bad("a URL for everybody", { authorizationType: "NONE" }, "authorizationType", { type: URL_OF_FUNCTION }),
      bad("everybody", { principal: "*" }, "principal"),
      bad("everybody by a URL", { principal: "*", functionUrlAuthType: "NONE" }, "principal"),
      bad("every customer by a URL", { principal: "*", functionUrlAuthType: "AWS_IAM" }, "principal"),
      bad("everybody by APIs of any account", { principal: "*", sourceArn: api("*") }, "principal"),
      bad("a service for all its customers", { principal: "events.amazonaws.com" }, "sourceArn"),
      bad(
        "a service for all its customers, by a wildcard",
        { principal: "sns.amazonaws.com", sourceArn: "*" },
        "sourceArn",
      ),
      bad("a service of what is no ARN", { principal: "sns.amazonaws.com", sourceArn: "undefined*/*" }, "sourceArn"),
      bad("a service of an empty ARN", { principal: "sns.amazonaws.com", sourceArn: "" }, "sourceArn"),
      bad("a service in China", { principal: "events.amazonaws.com.cn" }, "sourceArn"),
      bad("a bucket, whoever owns the name by then", BUCKET, "sourceAccount"),
      bad("a bucket in China", { ...BUCKET, principal: "s3.amazonaws.com.cn" }, "sourceAccount"),
      unknown("principal not known", { principal: UNKNOWN }, "principal"),
      unknown("a URL of which it is not known", { authorizationType: UNKNOWN }, "authorizationType", {
        type: URL_OF_FUNCTION,
      }),
    ],
  },
};

/** Whether a value is given, known or not. */
const isGiven = (value: Value): boolean => value.isUnknown() || Boolean(value.string());

/** Whether an ARN names an account without a wildcard; one that is not known yet is a resource of the program. */
function isOfAnAccount(arn: Value): boolean {
  if (arn.isUnknown()) return true;
  const account = arn.string()?.split(":")[4] ?? "";
  return account !== "" && !/[*?]/.test(account);
}
