import fc from "fast-check";
import { cloudFrontHeaders, listenerHeaders, type SecurityHeaders } from ".";

const YEAR = 365;

const headers: fc.Arbitrary<SecurityHeaders> = fc.record({
  contentSecurityPolicy: fc.constantFrom("default-src 'self'", "default-src 'none'; img-src https:"),
  hstsMaxAgeDays: fc.integer({ min: YEAR, max: 2 * YEAR }),
  hstsPreload: fc.boolean(),
  frameOptions: fc.constantFrom("DENY" as const, "SAMEORIGIN" as const),
});

describe("security headers", () => {
  it("have safe defaults", () => {
    expect(cloudFrontHeaders({ contentSecurityPolicy: "default-src 'self'" })).toEqual({
      strictTransportSecurity: {
        accessControlMaxAgeSec: 31536000,
        includeSubdomains: true,
        preload: false,
        override: true,
      },
      contentSecurityPolicy: { contentSecurityPolicy: "default-src 'self'", override: true },
      frameOptions: { frameOption: "DENY", override: true },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override: true },
    });
  });

  it("are the values of the listener's attributes", () => {
    expect(
      listenerHeaders({ contentSecurityPolicy: "default-src 'self'", hstsMaxAgeDays: YEAR, hstsPreload: true }),
    ).toEqual({
      routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000; includeSubDomains; preload",
      routingHttpResponseContentSecurityPolicyHeaderValue: "default-src 'self'",
      routingHttpResponseXFrameOptionsHeaderValue: "DENY",
      routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
    });
  });

  it("say the same at the listener and at CloudFront", () => {
    fc.assert(
      fc.property(headers, (given) => {
        const listener = listenerHeaders(given);
        const { strictTransportSecurity: hsts, ...cloudFront } = cloudFrontHeaders(given);
        const asSent = [
          `max-age=${hsts.accessControlMaxAgeSec}`,
          ...(hsts.includeSubdomains ? ["includeSubDomains"] : []),
          ...(hsts.preload ? ["preload"] : []),
        ].join("; ");
        expect(listener.routingHttpResponseStrictTransportSecurityHeaderValue).toBe(asSent);
        expect(hsts.accessControlMaxAgeSec).toBe((given.hstsMaxAgeDays ?? NaN) * 86_400);
        expect(listener.routingHttpResponseContentSecurityPolicyHeaderValue).toBe(
          cloudFront.contentSecurityPolicy.contentSecurityPolicy,
        );
        expect(listener.routingHttpResponseXFrameOptionsHeaderValue).toBe(cloudFront.frameOptions.frameOption);
      }),
    );
  });

  it.each([
    [{ contentSecurityPolicy: "" }, "contentSecurityPolicy has 0 characters"],
    [{ contentSecurityPolicy: "default-src 'self'\nX-Evil: 1" }, "one line"],
    [{ contentSecurityPolicy: "x".repeat(1784) }, "1 to 1783"],
    [{ contentSecurityPolicy: "img-src *; Script-Src 'self' *" }, "has * in script-src"],
    [{ contentSecurityPolicy: "default-src 'self' 'unsafe-eval'" }, "'unsafe-eval' in default-src"],
    [{ contentSecurityPolicy: "x", hstsMaxAgeDays: 0 }, "hstsMaxAgeDays is 0"],
    [{ contentSecurityPolicy: "x", hstsMaxAgeDays: 731 }, "1 to 730"],
    [{ contentSecurityPolicy: "x", hstsMaxAgeDays: YEAR - 1, hstsPreload: true }, "hstsPreload needs"],
  ])("refuse %j", (given, message) => {
    expect(() => listenerHeaders(given)).toThrow(message);
    expect(() => cloudFrontHeaders(given)).toThrow(message);
  });
});
