import fc from "fast-check";
import { cachePolicy, pathLabel } from "./static-content";

const bucket = { bucketName: "platform-test-uploads", regionalDomainName: "uploads.s3.us-east-1.amazonaws.com" };

describe("cachePolicy", () => {
  it("keeps an answer for exactly the days given, and less when the answer says so", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 365 }), (cacheDays) => {
        const { minTtl, defaultTtl, maxTtl } = cachePolicy({ path: "/static/*", cacheDays });
        expect([minTtl, defaultTtl, maxTtl]).toEqual([0, cacheDays * 24 * 60 * 60, cacheDays * 24 * 60 * 60]);
      }),
    );
  });

  it("tells answers apart by query and compression, not by cookie", () => {
    expect(cachePolicy({ path: "/static/*", cacheDays: 30 }).parametersInCacheKeyAndForwardedToOrigin).toEqual({
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
      cookiesConfig: { cookieBehavior: "none" },
      headersConfig: { headerBehavior: "whitelist", headers: { items: ["Host"] } },
      queryStringsConfig: { queryStringBehavior: "all" },
    });
  });

  it("keeps the viewer's Host from a bucket, whose signature is for its own name", () => {
    const policy = cachePolicy({ path: "/uploads/*", cacheDays: 7, bucket });
    expect(policy.parametersInCacheKeyAndForwardedToOrigin).toMatchObject({
      headersConfig: { headerBehavior: "none" },
    });
  });
});

describe("pathLabel", () => {
  it.each([
    ["/static/*", "static"],
    ["/assets/img/*.png", "assets-img-png"],
    ["/favicon.ico", "favicon-ico"],
    ["/*", ""],
  ])("calls %s %j", (path, label) => {
    expect(pathLabel(path)).toBe(label);
  });
});
