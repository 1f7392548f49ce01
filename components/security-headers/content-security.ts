// CloudFront's quota: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
const LONGEST = 1783;

/** What runs in a page or speaks for it. Pictures, fonts and media may come from anywhere. */
const SENSITIVE = new Set([
  "default-src",
  "script-src",
  "script-src-elem",
  "script-src-attr",
  "style-src",
  "style-src-elem",
  "connect-src",
  "object-src",
  "worker-src",
  "frame-src",
  "child-src",
  "manifest-src",
  "base-uri",
  "form-action",
  "frame-ancestors",
]);

/** Sources that leave nothing of the protection: code from anywhere, and code out of any text. */
const TOO_WIDE = ["*", "'unsafe-eval'"];

/** Why a `Content-Security-Policy` cannot be sent, or protects nobody; in words, without the text itself. */
export function contentSecurityProblems(policy: string): string[] {
  if (!/^[\x20-\x7e]+$/.test(policy) || policy.length > LONGEST) {
    return [`${policy.length} characters, where one line of 1 to ${LONGEST} printable ASCII characters is accepted`];
  }
  return policy.split(";").flatMap((directive) => {
    const [name = "", ...sources] = directive.trim().toLowerCase().split(/\s+/);
    if (!SENSITIVE.has(name)) return [];
    return TOO_WIDE.filter((source) => sources.includes(source)).map((source) => `${source} in ${name}`);
  });
}
