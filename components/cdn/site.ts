import * as cloudfront from "@pulumi/aws/cloudfront";
import type * as pulumi from "@pulumi/pulumi";
import { type BehaviourTarget, siteBehaviour } from "./behaviours";
import { type BucketOrigin, originIdOf } from "./origins";

/**
 * How a path without an object of its own is answered. `directories`: by the page of its folder, as generators of static
 * sites lay them out (`/about` by `about/index.html`). `single`: by the one page of an application that routes in the
 * browser (`/about` by `index.html`).
 */
export type SitePages = "directories" | "single";

/** A site of files that answers for every path but those passed through. */
export interface Site {
  bucket: BucketOrigin;
  pages: SitePages;
  /** Minutes that a page is kept at the edge unless its `Cache-Control` says otherwise, 1 to 1440. */
  cacheMinutes: number;
  /** Path patterns that the load balancer answers, for example `/api/*`. */
  passedThrough: string[];
}

const REWRITE: { [Pages in SitePages]: string } = {
  directories: 'request.uri = request.uri.replace(/\\/?$/, "/index.html");',
  single: 'request.uri = "/index.html";',
};

/**
 * The function that turns what a viewer asks for into the key of an object: a last part with a dot is a file, anything
 * else a page. An error page would be simpler, but it would also stand in for every 403 and 404 of the application
 * (https://github.com/aws-samples/amazon-cloudfront-functions/tree/main/url-rewrite-single-page-apps).
 */
export const pagesFunction = (pages: SitePages): string => `function handler(event) {
  const request = event.request;
  const file = request.uri.split("/").pop().includes(".");
  if (!file) ${REWRITE[pages]}
  return request;
}
`;

/** Throws unless the site's times and paths can be served. */
export function requireSite({ cacheMinutes, passedThrough }: Site): void {
  if (!Number.isInteger(cacheMinutes) || cacheMinutes < 1 || cacheMinutes > 1440) {
    throw new Error(`site.cacheMinutes is ${cacheMinutes}: accepted are whole minutes from 1 to 1440`);
  }
  if (passedThrough.includes("/*")) {
    throw new Error("site.passedThrough has /*, which leaves nothing to the site: accepted are narrower paths");
  }
}

/** The behaviour of everything that is not passed through, with its function and its cache policy. */
export function siteBehaviourOf(
  name: string,
  { bucket, pages, cacheMinutes }: Site,
  responseHeadersPolicyId: pulumi.Input<string>,
  parent: pulumi.Resource,
) {
  const rewriting = new cloudfront.Function(
    `${name}-pages`,
    { runtime: "cloudfront-js-2.0", comment: "Pages of the site", code: pagesFunction(pages), publish: true },
    { parent },
  );
  const policy = new cloudfront.CachePolicy(
    `${name}-site`,
    {
      minTtl: 0,
      defaultTtl: cacheMinutes * 60,
      maxTtl: 365 * 86_400,
      parametersInCacheKeyAndForwardedToOrigin: {
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
        cookiesConfig: { cookieBehavior: "none" },
        headersConfig: { headerBehavior: "none" },
        queryStringsConfig: { queryStringBehavior: "none" },
      },
    },
    { parent },
  );
  const target: BehaviourTarget = { originId: originIdOf({ bucket }), responseHeadersPolicyId };
  return siteBehaviour(target, policy.id, rewriting.arn);
}
