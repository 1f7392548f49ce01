import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET } from "../../kernel/tokens";

const WEBSITE = [
  "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
  "aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2",
];

export const s3NoWebsiteHosting: Rule = {
  id: "s3-no-website-hosting",
  title: "No bucket is a website",
  severity: "medium",
  controls: { nist: ["SC-7", "SC-8"] },
  references: { cdkNag: ["AwsSolutions-S5"] },
  why: "A bucket's website endpoint speaks plain HTTP only, and the bucket has to be public for it.",
  fix: "Put an aws.cloudfront.Distribution with an origin access control in front of the bucket's regional domain name.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html",
  types: [...WEBSITE, ...BUCKET],
  check({ resource, props, each, violated }) {
    if (WEBSITE.includes(resource.type)) return violated("bucket", "no website", "one");
    each(["website", "websites"], (property) => {
      const website = props.at(property);
      if (website.list().length > 0) violated(website, "no website", "one");
    });
  },
  cases: {
    resource: [
      good("a bucket", {}, { type: BUCKET[0] }),
      good("an empty list", { websites: [] }, { type: BUCKET[1] }),
      bad("separate", { indexDocument: { suffix: "index.html" } }, "bucket"),
      bad("separate, of the older twin, that redirects", { redirectAllRequestsTo: { hostName: "x" } }, "bucket", {
        type: WEBSITE[1],
      }),
      bad("inline", { website: { indexDocument: "index.html" } }, "website", { type: BUCKET[0] }),
      bad("inline in the older twin", { websites: [{ indexDocument: "index.html" }] }, "websites", { type: BUCKET[1] }),
      unknown("inline, not known", { website: UNKNOWN }, "website", { type: BUCKET[0] }),
    ],
  },
};
