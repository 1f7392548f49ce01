import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

export const lambdaPermissionNotPublic: Rule = {
  id: "lambda-permission-not-public",
  title: "Functions let nobody call them whom they do not name",
  severity: "critical",
  controls: { fsbp: ["Lambda.1"], nist: ["AC-3"] },
  references: { checkov: ["CKV_AWS_301", "CKV_AWS_364"] },
  why: "Anybody with an account at AWS could call the function, directly or through a service that acts for all customers.",
  fix: "Name the account in principal; for a service set sourceArn or sourceAccount as well.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-1",
  types: ["aws:lambda/permission:Permission"],
  check({ props, violated }) {
    const principal = props.at("principal");
    const isNarrowed = ["sourceArn", "sourceAccount", "principalOrgId"].some((key) => props.at(key).isSet());
    if (isNarrowed) return;
    const name = principal.string() ?? "";
    // A function URL answers by its own authorizationType; with IAM nobody comes in by the permission alone.
    const isByUrlWithIam = props.at("functionUrlAuthType").string() === "AWS_IAM";
    if (name === "*" && !isByUrlWithIam)
      violated(principal, "named principals, or a condition on the caller", "everybody", "everybody");
    if (/\.amazonaws\.com(\.cn)?$/.test(name))
      violated("sourceArn", "sourceArn or sourceAccount for a service", "neither", "service");
  },
  cases: {
    resource: [
      good("an API of one account", {
        principal: "apigateway.amazonaws.com",
        sourceArn: "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3/*/*",
      }),
      good("a bucket, whose ARN has no account", {
        principal: "s3.amazonaws.com",
        sourceArn: "arn:aws:s3:::assets",
        sourceAccount: "123456789012",
      }),
      good("an API that is not known yet", { principal: "apigateway.amazonaws.com", sourceArn: UNKNOWN }),
      good("one account", { principal: "123456789012" }),
      good("one organisation", { principal: "*", principalOrgId: "o-a1b2c3d4e5" }),
      good("callers of a URL, by IAM", { principal: "*", functionUrlAuthType: "AWS_IAM" }),
      bad("everybody", { principal: "*" }, "principal"),
      bad("everybody by a URL", { principal: "*", functionUrlAuthType: "NONE" }, "principal"),
      bad("a service for all its customers", { principal: "events.amazonaws.com" }, "sourceArn"),
      bad("a service in China", { principal: "s3.amazonaws.com.cn" }, "sourceArn"),
      unknown("principal not known", { principal: UNKNOWN }, "principal"),
    ],
  },
};
