/** The names and forms of credentials that can be told by their form alone. */
const SHAPES: readonly { name: string; form: RegExp }[] = [
  { name: "AWS access key", form: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/ },
  {
    name: "AWS secret key",
    form: /aws_?secret_?access_?key(?:["'\\\s:=,]|value){1,24}[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/i,
  },
  { name: "private key", form: /-----BEGIN (?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----/ },
  { name: "GitHub token", form: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})/ },
  { name: "GitLab token", form: /\bglpat-[\w-]{20,}/ },
  { name: "npm token", form: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { name: "Pulumi token", form: /\bpul-[0-9a-f]{40}\b/ },
  { name: "Slack token", form: /\bxox[abeoprs]-[0-9A-Za-z-]{10,}/ },
  { name: "Slack webhook", form: /hooks\.slack\.com\/(?:services|workflows)\/T\w+\/\w+\/\w+/ },
  { name: "Stripe key", form: /\b[rs]k_live_[0-9A-Za-z]{20,}/ },
  { name: "Google API key", form: /\bAIza[\w-]{35}/ },
  { name: "SendGrid key", form: /\bSG\.[\w-]{20,24}\.[\w-]{39,50}/ },
  { name: "JSON web token", form: /\beyJ[\w-]{10,1000}\.eyJ[\w-]{10,}\.[\w-]+/ },
  // A password that begins like a placeholder (`${…}`, `{{…}}`, `<…>`, `***`) is filled in elsewhere.
  { name: "URL with a password", form: /\b[a-z][a-z0-9+.-]{0,40}:\/\/[^\s:/@"'\\]*:(?![${<*%[])[^\s/@"'\\]+@/i },
];

/** What kinds of credentials a text holds, by name. */
export const credentialsIn = (text: string): string[] =>
  SHAPES.filter(({ form }) => form.test(text)).map(({ name }) => name);
