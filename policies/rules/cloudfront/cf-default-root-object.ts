import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

const to = (targetOriginId: unknown): object => ({ defaultCacheBehavior: { targetOriginId } });
const files = { originId: "files", domainName: "assets.s3.eu-west-1.amazonaws.com", originAccessControlId: "E1" };
const app = { originId: "app", domainName: "app.example.com", customOriginConfig: { httpsPort: 443 } };
const internal = { originId: "app", domainName: "internal", vpcOriginConfig: { vpcOriginId: "vo-1" } };
const group = { originId: "group", members: [{ originId: "files" }, { originId: "spare" }] };

export const cfDefaultRootObject: Rule = {
  id: "cf-default-root-object",
  title: "A distribution that serves files from S3 has a default root object",
  severity: "low",
  controls: { fsbp: ["CloudFront.1"], nist: ["SC-7(11)"] },
  references: { checkov: ["CKV_AWS_305"] },
  why: "A request for / goes to the bucket itself, which lists its contents where listing is allowed.",
  fix: "Set defaultRootObject, for example to index.html; an application behind the default behaviour needs none.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-1",
  types: ["aws:cloudfront/distribution:Distribution"],
  check({ props, violated }) {
    const root = props.at("defaultRootObject");
    if (root.string()) return;
    if (!isApplication(props)) violated(root, "the name of an object", root.isSet() ? "an empty text" : "nothing");
  },
  cases: {
    resource: [
      good("set", { defaultRootObject: "index.html", origins: [files], ...to("files") }),
      good("an application behind /", { origins: [files, app], ...to("app") }),
      good("an application in private subnets behind /", { origins: internal, ...to("app") }),
      good("a group of applications behind /", {
        origins: [app],
        originGroups: [{ ...group, members: [{ originId: "app" }] }],
        ...to("group"),
      }),
      bad("absent", { origins: [files, app], ...to("files") }, "defaultRootObject"),
      bad("empty", { defaultRootObject: "", origins: files, ...to("files") }, "defaultRootObject"),
      bad("of an origin that is not there", { origins: [app], ...to("nowhere") }, "defaultRootObject"),
      bad(
        "a group of buckets behind /",
        { origins: [files], originGroups: [group], ...to("group") },
        "defaultRootObject",
      ),
      unknown("not known", { defaultRootObject: UNKNOWN, origins: [files], ...to("files") }, "defaultRootObject"),
      unknown("origin not known", { origins: [app, files], ...to(UNKNOWN) }, "targetOriginId"),
    ],
  },
};

/** Whether the default behaviour goes to a server rather than to a bucket: it answers / by itself. */
function isApplication(props: Value): boolean {
  const target = props.at("defaultCacheBehavior.targetOriginId").string();
  const group = props
    .at("originGroups")
    .list()
    .find((candidate) => candidate.at("originId").string() === target);
  const primary = group?.at("members").list()[0]?.at("originId").string() ?? target;
  const origin = props
    .at("origins")
    .list()
    .find((candidate) => candidate.at("originId").string() === primary);
  return origin !== undefined && ["customOriginConfig", "vpcOriginConfig"].some((key) => origin.at(key).isSet());
}
