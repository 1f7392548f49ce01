import { type Chapter, inBadInput, inComponent, inGivenUp, inStacks } from "../line";

/** What is stored, and how it comes back. */
export const data: Chapter = {
  title: "Data",
  lines: [
    {
      item: "Encryption at rest: database",
      answer: "By the stack's own key, its insights and its administrator's secret as well.",
      rules: ["rds-storage-encrypted", "rds-storage-cmk", "rds-snapshot-encrypted"],
      components: ["database", "encryption-key"],
      proofs: [
        inStacks("encrypts the database by its own key"),
        inComponent(
          "database/postgres-database",
          "is private, encrypted, protected, backed up, watched, and nobody knows its password",
        ),
      ],
    },
    {
      item: "Encryption at rest: cache",
      answer: "By the stack's own key, snapshots included.",
      rules: ["redis-at-rest-encryption", "redis-kms-cmk"],
      components: ["cache", "encryption-key"],
      proofs: [
        inStacks("encrypts the cache by its own key"),
        inComponent(
          "cache/cache",
          "asks for TLS and a password, encrypts what it keeps, and fails over to a second zone",
        ),
      ],
    },
    {
      item: "Encryption at rest: files",
      answer: "By the stack's own key; tasks mount them over TLS, by their own role and through an access point alone.",
      rules: ["efs-encrypted", "efs-policy-tls-no-anonymous", "ecs-efs-transit-encryption"],
      components: ["file-system", "encryption-key"],
      proofs: [
        inComponent(
          "file-system/file-system",
          "is encrypted, elastic, protected, and moves what nobody reads to cheaper storage and back",
        ),
        inComponent(
          "file-system/file-system",
          "refuses what comes without TLS or past the access point, whoever it is",
        ),
      ],
    },
    {
      item: "Encryption at rest: objects",
      answer:
        "By the stack's own key, copies in the second region by a key of theirs. Buckets that hold access logs use S3's " +
        "own key, the only one that AWS delivers such logs to.",
      rules: ["s3-default-encryption-kms"],
      components: ["bucket", "encryption-key"],
      proofs: [
        inStacks("encrypts every bucket, by a key of its own where AWS can"),
        inComponent(
          "bucket/replication",
          "makes the copy as hard as the original, in its own region and with its own key",
        ),
      ],
    },
    {
      item: "Encryption at rest: queues",
      answer: "By the stack's own key, dead letters too; the pack refuses a queue whose encryption is turned off.",
      rules: ["sqs-encrypted", "sqs-policy-not-public"],
      components: ["queue", "encryption-key"],
      proofs: [
        inComponent(
          "queue/queue",
          "is encrypted with the key it is given, read by long polling, and gives up after some tries",
        ),
        inComponent("queue/queue", "keeps dead letters longer than any message, encrypted, and of this queue only"),
      ],
    },
    {
      item: "Encryption at rest: topics",
      answer: "The alarm topic, by a key of its own that CloudWatch may use.",
      rules: ["sns-kms"],
      components: ["notifications", "encryption-key"],
      proofs: [
        inStacks("encrypts the alarm topic"),
        inComponent("notifications/alarm-topic", "encrypts messages with the given key"),
      ],
    },
    {
      item: "Encryption at rest: logs",
      answer: "Every log group, by the stack's key for logs.",
      rules: ["log-group-kms"],
      components: ["log-group", "encryption-key"],
      proofs: [
        inStacks("keeps every log for a set time, encrypted"),
        inComponent(
          "log-group/log-group",
          "keeps lines for the given days, encrypted with the given key, under the given name",
        ),
      ],
    },
    {
      item: "S3 bucket not open",
      answer:
        "Every bucket blocks public access with all four settings, has no ACLs, and no policy that admits somebody " +
        "unnamed; CloudFront reads by a signed request.",
      rules: [
        "s3-bucket-public-access-block",
        "s3-no-public-read",
        "s3-no-public-write",
        "s3-acls-disabled",
        "s3-policy-no-any-principal",
        "cf-s3-origin-access-control",
      ],
      components: ["bucket", "cdn"],
      proofs: [
        inStacks("opens no bucket to the public"),
        inComponent("cdn/cdn", "signs every request to a bucket, and asks each bucket through one origin"),
      ],
    },
    {
      item: "Versioning",
      answer: "Every bucket keeps versions, the access logs too; old ones go after 90 days unless told otherwise.",
      rules: ["s3-versioning"],
      components: ["bucket"],
      proofs: [
        inStacks("keeps versions in every bucket"),
        inComponent(
          "bucket/lifecycle",
          "moves and deletes nothing by itself but old versions, broken uploads and empty delete markers",
        ),
      ],
    },
    {
      item: "Backups",
      answer:
        "RDS backs up each day and can restore any moment of the days kept; a last snapshot stays when the database is " +
        "deleted; Redis takes a snapshot each day; buckets keep versions and can be copied to a second region. A plan of AWS " +
        "Backup with copies of the database in a second region is not part of it yet.",
      rules: ["rds-backup-retention", "rds-final-snapshot", "redis-backups", "s3-versioning"],
      components: ["database", "cache", "bucket"],
      checks: ["protections", "recovery-objectives"],
      proofs: [
        inStacks("backs up the database for a week and the cache each day"),
        inGivenUp("database.backup.retentionDays"),
        inBadInput("a recovery point without backups"),
        {
          file: "tests/real-input.test.ts",
          test: "copies documents and backups to a second region within 15 minutes, and tells when it takes longer",
        },
      ],
    },
    {
      item: "Multi-AZ",
      answer:
        "Database, cache, NAT and tasks in two zones in production; giving one of them up costs a written reason.",
      rules: [
        "rds-multi-az",
        "redis-multi-az",
        "redis-automatic-failover",
        "ecs-min-two-tasks",
        "vpc-spans-azs",
        "alb-multi-az",
      ],
      components: ["database", "cache", "network", "web-service"],
      checks: ["protections"],
      proofs: [
        { file: "tests/real-input.test.ts", test: "has a Multi-AZ db.r6g.xlarge and a cache.r6g.large with failover" },
        { file: "tests/real-input.test.ts", test: "has a NAT gateway in each zone" },
        inStacks("runs production in several zones"),
        inGivenUp("database.multiZone"),
      ],
    },
  ],
};
