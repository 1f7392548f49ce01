// Shapes that nothing but a secret has: cloud keys, tokens with their issuer's prefix, signed tokens, private keys.
const SHAPES = [
  /\b(AKIA|ASIA)[A-Z2-7]{16}\b/,
  /\bgh[opsur]_[A-Za-z0-9]{36,}\b/,
  /\bgithub_pat_\w{22,}\b/,
  /\bglpat-[\w-]{20,}/,
  /\bxox[abeoprs]-[\w-]{10,}/,
  /\b[rs]k_live_\w{16,}\b/,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
];

// A password in a URL, unless it is a placeholder: ${PASSWORD}, $PASSWORD, {{password}}, <password>, ***.
const URL_PASSWORD = /^[a-z][a-z\d+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@/i;
const PLACEHOLDER = /^([$<{%*]|%7B)/i;

/** Whether a text has the shape of a key, a token or a URL with a password. */
export function looksSecret(text: string): boolean {
  const password = URL_PASSWORD.exec(text.trim())?.[1];
  return (password !== undefined && !PLACEHOLDER.test(password)) || SHAPES.some((shape) => shape.test(text));
}
