import type { CachePolicyArgs } from "@pulumi/aws/cloudfront";
import type { BucketOrigin } from "./origins";

export interface StaticContent {
  /** Path pattern, for example `/static/*`. The path is also the key of the object in a bucket. */
  path: string;
  /** Bucket that has the files. Default: the load balancer answers. */
  bucket?: BucketOrigin;
  /** Days that files are kept at the edge unless their `Cache-Control` says less, 1 to 365. */
  cacheDays: number;
}

/** The part of a name that tells one path from another: `assets-img` for `/assets/img/*`. */
export function pathLabel(path: string): string {
  return path
    .replace(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .replaceAll(" ", "-");
}

const DAY = 86_400;

/**
 * How long an answer is kept, and by what it is told from others: the query string, so that `app.js?v=2` is fetched
 * anew, and never cookies. A load balancer needs the viewer's `Host`, which its rules and its certificate are for; a
 * bucket must not get it, since the signature of the request is for the bucket's own name.
 */
export function cachePolicy({ cacheDays, bucket }: StaticContent): CachePolicyArgs {
  return {
    minTtl: 0,
    defaultTtl: cacheDays * DAY,
    maxTtl: cacheDays * DAY,
    parametersInCacheKeyAndForwardedToOrigin: {
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
      cookiesConfig: { cookieBehavior: "none" },
      headersConfig: bucket
        ? { headerBehavior: "none" }
        : { headerBehavior: "whitelist", headers: { items: ["Host"] } },
      queryStringsConfig: { queryStringBehavior: "all" },
    },
  };
}

/**
 * Throws unless every entry has a path of its own and a time that CloudFront can keep it. Characters of a path pattern:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html
 */
export function requireStaticContent(contents: StaticContent[]): void {
  for (const { path, cacheDays } of contents) {
    if (!/^\/[A-Za-z0-9_.*?$/~"'@:+&-]{1,254}$/.test(path) || pathLabel(path) === "") {
      throw new Error(`staticContent has the path "${path}": accepted is a pattern such as /static/*`);
    }
    if (!Number.isInteger(cacheDays) || cacheDays < 1 || cacheDays > 365) {
      throw new Error(`cacheDays of ${path} is ${cacheDays}: accepted are whole days from 1 to 365`);
    }
  }
  const labels = contents.map(({ path }) => pathLabel(path));
  const twice = labels.find((label, index) => labels.indexOf(label) !== index);
  if (twice) throw new Error(`staticContent has two paths that would both be called ${twice}`);
}
