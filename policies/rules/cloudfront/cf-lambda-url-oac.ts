import { badStack, type CaseResource, goodStack, type Properties, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { UnknownValue } from "../../kernel/unknown";
import type { Value } from "../../kernel/value";
import { DISTRIBUTION, DISTRIBUTIONS, isBucketOrigin } from "./distributions";

const FUNCTION_URL = "aws:lambda/functionUrl:FunctionUrl";
const CONTROL = "aws:cloudfront/originAccessControl:OriginAccessControl";
const LAMBDA_DOMAIN = /\.lambda-url\.[a-z0-9-]+\.on\.aws$/;

const url: CaseResource = { type: FUNCTION_URL, name: "url", props: { functionUrl: UNKNOWN } };
const control = (originAccessControlOriginType: unknown): CaseResource => ({
  type: CONTROL,
  name: "control",
  props: { originAccessControlOriginType },
});
const cdn = (origins: Properties[], ...refers: string[]): CaseResource => ({
  type: DISTRIBUTION,
  name: "cdn",
  props: { origins: origins.map((origin) => ({ customOriginConfig: {}, ...origin })) },
  refers: { origins: refers },
});
const known = { domainName: "abc.lambda-url.eu-west-1.on.aws" };

export const cfLambdaUrlOac: Rule = {
  id: "cf-lambda-url-oac",
  title: "CloudFront signs its requests to Lambda function URLs by an origin access control",
  severity: "medium",
  controls: { fsbp: ["CloudFront.16"], nist: ["AC-3"] },
  why: "A function URL that takes unsigned requests can be called by everybody, past CloudFront and its firewall.",
  fix: 'Set originAccessControlId to an aws.cloudfront.OriginAccessControl with originAccessControlOriginType "lambda".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-16",
  types: DISTRIBUTIONS,
  checkStack({ subject, props, stack, each, violated }) {
    const origins = props.at("origins").list();
    each(origins, (origin) => {
      if (!isFunctionUrl(origin, origins, subject, stack)) return;
      const id = origin.at("originAccessControlId");
      if (!id.isUnknown() && !id.string()) return violated(id, "an origin access control of type lambda", "nothing");
      const controls = stack.targets(subject, "origins", [CONTROL]);
      const kinds = controls.map((each) => each.props.at("originAccessControlOriginType").string());
      if (kinds.length > 0 && !kinds.includes("lambda")) violated(id, "one of type lambda", "one of another type");
    });
  },
  cases: {
    stack: [
      goodStack("with one", [
        url,
        control("lambda"),
        cdn([{ domainName: UNKNOWN, originAccessControlId: UNKNOWN }], "url", "control"),
      ]),
      goodStack("with one of another stack, by known domain", [cdn([{ ...known, originAccessControlId: "E1" }])]),
      goodStack("a load balancer", [cdn([{ domainName: UNKNOWN }])]),
      goodStack("a bucket beside a function", [
        url,
        control("lambda"),
        cdn(
          [
            { domainName: UNKNOWN, originAccessControlId: UNKNOWN },
            { domainName: UNKNOWN, customOriginConfig: undefined },
          ],
          "url",
          "control",
        ),
      ]),
      goodStack("a load balancer in private subnets beside a function", [
        url,
        cdn(
          [
            { domainName: UNKNOWN, originAccessControlId: UNKNOWN },
            { domainName: UNKNOWN, customOriginConfig: undefined, vpcOriginConfig: { vpcOriginId: "vo-1" } },
          ],
          "url",
        ),
      ]),
      badStack(
        "none, beside a server by its known domain",
        [url, cdn([{ domainName: "app.example.com" }, { domainName: UNKNOWN }], "url")],
        "origins[1].originAccessControlId",
      ),
      badStack("none, by known domain", [cdn([known])], "origins[0].originAccessControlId"),
      badStack("none, by reference", [url, cdn([{ domainName: UNKNOWN }], "url")], "origins[0].originAccessControlId"),
      badStack(
        "none, empty, one of two",
        [cdn([{ domainName: "app.example.com" }, { ...known, originAccessControlId: "" }])],
        "origins[1].originAccessControlId",
      ),
      badStack(
        "one for buckets",
        [control("s3"), cdn([{ ...known, originAccessControlId: UNKNOWN }], "control")],
        "origins[0].originAccessControlId",
      ),
      unknownStack(
        "which of two is the function not known",
        [url, cdn([{ domainName: UNKNOWN, originAccessControlId: UNKNOWN }, { domainName: UNKNOWN }], "url")],
        "origins[1].domainName",
      ),
      unknownStack("origins not known", [{ ...cdn([]), props: { origins: UNKNOWN } }], "origins"),
    ],
  },
};

/** Whether an origin is a function's URL: by its domain, or because the distribution is computed from a FunctionUrl. */
function isFunctionUrl(origin: Value, origins: Value[], distribution: Subject, stack: StackIndex): boolean {
  const domain = origin.at("domainName");
  if (!domain.isUnknown()) return LAMBDA_DOMAIN.test(domain.string() ?? "");
  const references = new Set(distribution.references["origins"]);
  const urls = stack.ofTypes([FUNCTION_URL]).filter(({ urn }) => references.has(urn));
  if (urls.length === 0 || isBucketOrigin(origin) || origin.at("vpcOriginConfig").isSet()) return false;
  const candidates = origins.filter((each) => each.at("domainName").isUnknown() && !isBucketOrigin(each));
  // Only functions and buckets have an origin access control.
  if (candidates.length === urls.length || origin.at("originAccessControlId").isSet()) return true;
  throw new UnknownValue(domain.path);
}
