import { contentSecurityProblems } from "./content-security";

/** What a browser is told about an answer, whoever sets the headers: the CDN, or the load balancer where there is none. */
export interface SecurityHeaders {
  /** `Content-Security-Policy`, at most 1,783 characters, without `*` or `'unsafe-eval'` for what runs in a page: only
   * the application's authors know what it loads. */
  contentSecurityPolicy: string;
  /** Days that browsers insist on HTTPS, up to two years. Default: 365. */
  hstsMaxAgeDays?: number;
  /** Whether browsers may build the domain into their lists, which is hard to undo: https://hstspreload.org. Default: no. */
  hstsPreload?: boolean;
  /** Who may frame a page: nobody, or pages of the same origin. Default: `DENY`. */
  frameOptions?: "DENY" | "SAMEORIGIN";
  /** Default: `strict-origin-when-cross-origin`. */
  referrerPolicy?: "strict-origin-when-cross-origin" | "strict-origin" | "same-origin" | "no-referrer";
}

/** Every header with its value, and the age as it is sent. */
export interface ResolvedHeaders extends Required<SecurityHeaders> {
  hstsMaxAgeSeconds: number;
}

const YEAR = 365;

const SECONDS_OF_A_DAY = 86_400;

/** The same headers with every default filled in; throws when a value cannot be sent. */
export function resolveSecurityHeaders(headers: SecurityHeaders): ResolvedHeaders {
  const resolved = {
    contentSecurityPolicy: headers.contentSecurityPolicy,
    hstsMaxAgeDays: headers.hstsMaxAgeDays ?? YEAR,
    hstsPreload: headers.hstsPreload ?? false,
    frameOptions: headers.frameOptions ?? "DENY",
    referrerPolicy: headers.referrerPolicy ?? "strict-origin-when-cross-origin",
  };
  const { contentSecurityPolicy, hstsMaxAgeDays, hstsPreload } = resolved;

  const problems = contentSecurityProblems(contentSecurityPolicy);
  if (problems.length > 0) throw new Error(`securityHeaders.contentSecurityPolicy has ${problems.join("; ")}`);
  if (!Number.isInteger(hstsMaxAgeDays) || hstsMaxAgeDays < 1 || hstsMaxAgeDays > 2 * YEAR) {
    throw new Error(
      `securityHeaders.hstsMaxAgeDays is ${hstsMaxAgeDays}: accepted are whole days from 1 to ${2 * YEAR}`,
    );
  }
  if (hstsPreload && hstsMaxAgeDays < YEAR) {
    throw new Error(
      `securityHeaders.hstsPreload needs hstsMaxAgeDays of at least ${YEAR}, got ${hstsMaxAgeDays}: ` +
        "the browsers' lists accept nothing shorter",
    );
  }
  return { ...resolved, hstsMaxAgeSeconds: hstsMaxAgeDays * SECONDS_OF_A_DAY };
}
