import { type Chapter, inBadInput, inComponent, inStacks, PREVIEW } from "../line";

/** What the application's own code decides, and how far the platform can help. */
export const application: Chapter = {
  title: "Application",
  lines: [
    {
      item: "SECRET_KEY not a default",
      answer:
        "`platform:secrets` generates it with 64 letters and digits, and tasks get it from Secrets Manager by " +
        "reference. A stack file that holds it, or any other secret, in plain text is refused. An application should " +
        "refuse to start without it, instead of falling back to a default.",
      rules: ["ecs-no-secrets-in-env", "no-plaintext-credentials"],
      components: ["secret"],
      checks: ["plain-text-secrets"],
      steps: [PREVIEW],
      proofs: [
        inStacks("gives the keys that sign sessions and tokens 64 characters, by reference"),
        inComponent(
          "secret/secret",
          "makes letters and digits of the given length and keeps them as the secret's version",
        ),
        {
          file: "infra/config/plain-text-secrets.test.ts",
          test: "a plain-text secret is refused without being repeated",
          row: "whatever it is",
        },
      ],
    },
    {
      item: "DEBUG off",
      answer:
        "In production and staging a stack file is refused that turns debugging on by a variable, or tells the " +
        "application that it is under development.",
      checks: ["unsafe-switches"],
      steps: [PREVIEW],
      proofs: [
        inBadInput("debugging in production"),
        inBadInput("debugging in staging"),
        inBadInput("production that calls itself development"),
        inStacks("turns debugging on nowhere but in development"),
      ],
    },
    {
      item: "Secure session cookies",
      answer:
        "Nothing is served over plain HTTP and browsers are told to keep to HTTPS. A stack file that turns " +
        "`SESSION_COOKIE_SECURE` or `SESSION_COOKIE_HTTPONLY` off is refused in production and staging.",
      duty: "Set `Secure`, `HttpOnly` and `SameSite` on the cookies of the session.",
      rules: ["cf-viewer-https", "alb-http-redirects-to-https"],
      checks: ["unsafe-switches"],
      proofs: [
        inBadInput("session cookies in the clear"),
        inStacks("answers over TLS 1.2 and newer, and redirects HTTP"),
      ],
    },
    {
      item: "CSRF protection",
      answer:
        "The Content-Security-Policy sends forms to the page's own origin only, CORS admits named origins, and a " +
        "stack file that turns the framework's protection off is refused in production and staging.",
      duty: "Check a token in every request that changes something.",
      rules: ["cf-cors-not-wildcard"],
      checks: ["unsafe-switches"],
      proofs: [
        inBadInput("forged requests let in"),
        inStacks("limits what a page loads and where its forms go"),
        inStacks("opens CORS to named origins only"),
      ],
    },
    {
      item: "Webhook signature",
      answer:
        "The key of the signature is a secret of Secrets Manager, and a webhook's path can have a rate limit of its " +
        "own under `platform:firewall.tightPaths`.",
      duty: "Verify the signature over the body as it arrived, before anything of it is used.",
      rules: ["ecs-no-secrets-in-env"],
      components: ["secret", "firewall"],
      proofs: [
        inStacks("names no secret, and no key of AWS, in a plain variable"),
        inComponent(
          "firewall/rules",
          "limits each client address, and more tightly on the paths given, however they are written",
        ),
      ],
    },
    {
      item: "Input validation",
      answer:
        "The firewall blocks known bad inputs, SQL injection and what else AWS's common rules find; the load balancer " +
        "drops malformed headers and ambiguous requests.",
      duty: "Validate every input by a schema; a firewall only makes an attack more expensive.",
      rules: ["waf-managed-core-rules", "alb-drop-invalid-headers", "alb-desync-mode"],
      components: ["firewall", "load-balancer"],
      proofs: [
        inStacks("stands behind managed firewall rules that block"),
        inComponent("firewall/rules", "blocks by AWS's managed rules, but only counts anonymous addresses"),
        inComponent("load-balancer/load-balancer", "is a hardened, logged and protected load balancer"),
      ],
    },
    {
      item: "No debug routes",
      answer:
        "The load balancer answers 404 to what no service claims under `platform:services.<name>.paths`, and debugging " +
        "cannot be turned on by a variable in production and staging.",
      duty: "Leave administration and debugging routes out of what is built for production.",
      components: ["load-balancer"],
      checks: ["unsafe-switches", "listener-paths"],
      proofs: [
        inComponent(
          "load-balancer/load-balancer",
          "ends TLS by today's policy and answers 404 until a service adds a rule",
        ),
        inBadInput("debugging in production"),
      ],
    },
    {
      item: "JWT secret length",
      answer:
        "A generated secret has 32 to 128 characters, 64 unless told otherwise; a shorter one is refused. Nobody needs to " +
        "supply this one by hand.",
      components: ["secret"],
      proofs: [
        inBadInput("a secret that is too short"),
        inStacks("gives the keys that sign sessions and tokens 64 characters, by reference"),
      ],
    },
  ],
};
