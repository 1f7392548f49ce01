import { type Chapter, inComponent, inStacks, PREVIEW } from "../line";

/** Who may do what, and with which credentials. */
export const access: Chapter = {
  title: "Access and secrets",
  lines: [
    {
      item: "Least privilege",
      answer:
        "Each service has a role for its code and one that starts it, with exact ARNs of what it `uses` and nothing " +
        "else; containers run without root, without capabilities, over a read-only root.",
      rules: [
        "iam-no-admin-policy",
        "iam-no-resource-star",
        "iam-no-service-wildcards",
        "iam-no-privilege-escalation",
        "iam-passrole-scoped",
        "iam-trust-confused-deputy",
        "ecs-task-and-execution-role-differ",
        "ecs-linux-non-root-user",
        "ecs-readonly-root-fs",
        "ecs-container-not-privileged",
      ],
      components: ["iam", "web-service", "bucket"],
      checks: ["uses", "protections"],
      proofs: [
        inStacks("grants what AWS can narrow on named resources only"),
        inStacks("runs every container without root, rights or a root file system to write to"),
        inComponent("web-service/web-service", "gives the code its own grants and no others"),
        inComponent("web-service/web-service", "starts tasks with exactly this log, repository, secret and key"),
        inComponent("bucket/bucket-grant", "lets a writer put and delete as well, and nothing more"),
      ],
    },
    {
      item: "No hard-coded database credentials",
      answer:
        "RDS makes, keeps and rotates the administrator's password; tasks get it by reference, the program never.",
      rules: ["rds-managed-password", "no-plaintext-credentials", "ecs-no-secrets-in-env"],
      components: ["database", "web-service"],
      checks: ["plain-text-secrets"],
      steps: [PREVIEW],
      proofs: [
        inStacks("leaves the database's password to RDS"),
        {
          file: "infra/config/plain-text-secrets.test.ts",
          test: "a plain-text secret is refused without being repeated",
          row: "platform:services.api.environment.DATABASE_URL",
        },
      ],
    },
    {
      item: "AWS credentials not in environment variables",
      answer: "Tasks have roles. A key in a variable is refused in the stack file and by the pack; no user has a key.",
      rules: ["ecs-no-secrets-in-env", "no-plaintext-credentials", "iam-no-users-or-access-keys"],
      components: ["web-service"],
      checks: ["plain-text-secrets"],
      steps: [PREVIEW],
      proofs: [
        inStacks("names no secret, and no key of AWS, in a plain variable"),
        inStacks("makes no user and no long-lived key"),
      ],
    },
    {
      item: "Secret rotation",
      answer:
        "RDS rotates the administrator's password by itself. What the platform generates is made anew every 90 days, and " +
        "services that hold it start anew; what somebody supplied a person replaces, and an alarm rings when it is older.",
      rules: ["secret-rotation-enabled", "secret-rotation-period"],
      components: ["database", "secret-rotation", "secret-watch"],
      proofs: [
        inStacks("leaves the database's password to RDS"),
        inComponent("secret-rotation/secret-rotation", "rotates each secret after its own days, and none at once"),
        inComponent("secret-watch/watch", "starts a service anew whose secret changed after its deployment began"),
        inComponent(
          "secret-watch/watch",
          "counts the secrets that are older than their days, by a metric in CloudWatch's own form",
        ),
      ],
    },
    {
      item: "Egress restricted",
      answer:
        "A service's group lets out to its database, its cache and AWS's endpoints by group, and by HTTPS to the internet, " +
        "where the vendors are whose addresses change; database, cache and endpoints let nothing out.",
      rules: ["sg-egress-restricted", "vpc-default-sg-closed"],
      components: ["security-group", "network", "web-service"],
      checks: ["uses"],
      proofs: [
        inStacks("lets services out to what they use and to HTTPS, and everything else nowhere"),
        inComponent("web-service/web-service", "lets tasks out by HTTPS and to nothing else, and nothing in"),
        inComponent(
          "network/network",
          "answers for the named services in the private subnets, behind a group that admits nobody yet",
        ),
      ],
    },
    {
      item: "Integration secrets in Secrets Manager",
      answer:
        "`platform:secrets` makes their places, encrypted by a key of their own; people put the values in, and services " +
        "get those they list.",
      rules: ["secret-kms-cmk", "secret-policy-not-public", "secret-value-write-only", "ecs-no-secrets-in-env"],
      components: ["secret", "encryption-key"],
      checks: ["plain-text-secrets"],
      steps: [PREVIEW],
      proofs: [
        inStacks("keeps every secret in Secrets Manager under a key of its own"),
        inComponent("secret/secret", "leaves a supplied value to people: no version and no random value"),
        {
          file: "tests/real-input.test.ts",
          test: "gives tasks every key of the guide by reference and no secret by value",
        },
      ],
    },
  ],
};
