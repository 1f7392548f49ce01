/** What a browser is told about an answer, whoever sets the headers: the CDN, or the load balancer where there is none. */
export interface SecurityHeaders {
  /** `Content-Security-Policy`, at most 1,783 characters: only the application's authors know what it loads. */
  contentSecurityPolicy: string;
  /** Seconds that browsers insist on HTTPS, up to two years. Default: 31,536,000, one year. */
  hstsMaxAgeSeconds?: number;
  /** Whether browsers may build the domain into their lists, which is hard to undo: https://hstspreload.org. Default: no. */
  hstsPreload?: boolean;
  /** Who may frame a page: nobody, or pages of the same origin. Default: `DENY`. */
  frameOptions?: "DENY" | "SAMEORIGIN";
  /** Default: `strict-origin-when-cross-origin`. */
  referrerPolicy?: "strict-origin-when-cross-origin" | "strict-origin" | "same-origin" | "no-referrer";
}

// CloudFront's quota: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
const LONGEST_POLICY = 1783;
const YEAR = 31_536_000;

/** The same headers with every default filled in; throws when a value cannot be sent. */
export function resolveSecurityHeaders(headers: SecurityHeaders): Required<SecurityHeaders> {
  const resolved = {
    contentSecurityPolicy: headers.contentSecurityPolicy,
    hstsMaxAgeSeconds: headers.hstsMaxAgeSeconds ?? YEAR,
    hstsPreload: headers.hstsPreload ?? false,
    frameOptions: headers.frameOptions ?? "DENY",
    referrerPolicy: headers.referrerPolicy ?? "strict-origin-when-cross-origin",
  };
  const { contentSecurityPolicy, hstsMaxAgeSeconds, hstsPreload } = resolved;

  if (!/^[\x20-\x7e]+$/.test(contentSecurityPolicy) || contentSecurityPolicy.length > LONGEST_POLICY) {
    throw new Error(
      `securityHeaders.contentSecurityPolicy has ${contentSecurityPolicy.length} characters: ` +
        `accepted is one line of 1 to ${LONGEST_POLICY} printable ASCII characters`,
    );
  }
  if (!Number.isInteger(hstsMaxAgeSeconds) || hstsMaxAgeSeconds < 1 || hstsMaxAgeSeconds > 2 * YEAR) {
    throw new Error(
      `securityHeaders.hstsMaxAgeSeconds is ${hstsMaxAgeSeconds}: accepted are whole seconds from 1 to ${2 * YEAR}`,
    );
  }
  if (hstsPreload && hstsMaxAgeSeconds < YEAR) {
    throw new Error(
      `securityHeaders.hstsPreload needs hstsMaxAgeSeconds of at least ${YEAR}, got ${hstsMaxAgeSeconds}: ` +
        "the browsers' lists accept nothing shorter",
    );
  }
  return resolved;
}
