import type * as inputs from "@pulumi/aws/types/input";

const METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE"];

/** Which pages may reach the bucket from a browser. */
export interface BucketCors {
  /** Origins by name, for example `https://app.example.com`; never with `*`. */
  allowedOrigins: string[];
  /** Of GET, HEAD, PUT, POST, DELETE. */
  allowedMethods: string[];
}

/** The rule for these origins; throws when an origin is not one named origin, or a method is none of S3's. */
export function corsRule({ allowedOrigins, allowedMethods }: BucketCors): inputs.s3.BucketCorsConfigurationCorsRule {
  for (const origin of allowedOrigins) {
    if (!/^https?:\/\/[^\s/*]+$/.test(origin))
      throw new Error(
        `cors.allowedOrigins must name origins such as https://app.example.com, without "*" or a path, got "${origin}"`,
      );
  }
  for (const method of allowedMethods) {
    if (!METHODS.includes(method))
      throw new Error(`cors.allowedMethods must be of ${METHODS.join(", ")}, got "${method}"`);
  }
  return {
    allowedOrigins,
    allowedMethods,
    // What a browser sends with an upload to a presigned address.
    allowedHeaders: ["content-type", "content-disposition", "content-md5", "x-amz-*"],
    exposeHeaders: ["ETag"],
    maxAgeSeconds: 3600,
  };
}
