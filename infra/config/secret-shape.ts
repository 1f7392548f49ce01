/** Names that by custom hold secrets. `…_KEY_ID`, `…_PUBLIC_KEY`, `…_SECRET_NAME` and the like do not. */
const SECRET_NAME =
  /(^|_)(?<!PUBLIC_)(KEY|APIKEY|SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|PWD|PASS|CREDENTIALS?|DSN|SIGNATURE|SALT|PEPPER)$/i;

/** Forms of well-known keys, of private keys, signed tokens and addresses with a password. */
const SECRET_VALUES = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\b(sk|pk|rk)[-_](live|test|ant|proj)?[-_]?[A-Za-z0-9_-]{16,}/,
  /\b(ghp|gho|ghs|ghu|github_pat|glpat|xox[abprs]|SG|AIza|rzp_live|rzp_test|sub-c|pub-c|pul)[-_.]?[A-Za-z0-9_.-]{16,}/,
  /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}/,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i,
  /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9+/_-]{40,}={0,2}$/,
];

/** Whether a variable of that name usually holds a secret. */
export function namesSecret(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** Whether a text looks like a key, a token or an address with a password in it. */
export function looksLikeSecret(value: string): boolean {
  return SECRET_VALUES.some((form) => form.test(value));
}
