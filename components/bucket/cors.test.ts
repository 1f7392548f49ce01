import { corsRule } from "./cors";

describe("corsRule", () => {
  it("admits the named origins and methods, and the headers of an upload", () => {
    expect(corsRule({ allowedOrigins: ["https://app.example.com"], allowedMethods: ["GET", "PUT"] })).toEqual({
      allowedOrigins: ["https://app.example.com"],
      allowedMethods: ["GET", "PUT"],
      allowedHeaders: ["content-type", "content-disposition", "content-md5", "x-amz-*"],
      exposeHeaders: ["ETag"],
      maxAgeSeconds: 3600,
    });
  });

  it.each(["*", "https://*.example.com", "app.example.com", "https://app.example.com/", "https://app.example.com/x"])(
    "refuses the origin %s",
    (origin) => {
      expect(() => corsRule({ allowedOrigins: ["https://app.example.com", origin], allowedMethods: ["GET"] })).toThrow(
        `cors.allowedOrigins must name origins such as https://app.example.com, without "*" or a path, got "${origin}"`,
      );
    },
  );

  it("refuses a method that S3 does not know", () => {
    expect(() => corsRule({ allowedOrigins: ["https://app.example.com"], allowedMethods: ["PATCH"] })).toThrow(
      'cors.allowedMethods must be of GET, HEAD, PUT, POST, DELETE, got "PATCH"',
    );
  });
});
