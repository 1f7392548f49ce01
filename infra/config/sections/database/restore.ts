import { keyArn, settings, text } from "../../accepted";

export const restoreSchema = settings({
  snapshot: text(
    /^([a-z](-?[a-z0-9])*|arn:aws:rds:[a-z0-9-]+:\d{12}:snapshot:[A-Za-z0-9:-]+)$/,
    "the name or the ARN of a snapshot in the stack's region",
  )
    .optional()
    .meta({ description: "Snapshot; either this or `backup`.", examples: ["shop-prod-database-final"] }),
  backup: text(
    /^arn:aws:rds:[a-z0-9-]+:\d{12}:auto-backup:ab-[a-z0-9]+$/,
    "the ARN of an automated backup, such as arn:aws:rds:us-west-2:123456789012:auto-backup:ab-0123456789abcdef",
  )
    .optional()
    .meta({
      description: "Automated backup, also one that was copied here; either this or `snapshot`.",
      examples: ["arn:aws:rds:us-west-2:123456789012:auto-backup:ab-0123456789abcdef"],
    }),
  time: text(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, "a moment in UTC, in quotes, such as 2026-11-21T10:00:00Z")
    .optional()
    .meta({
      description: "Moment of `backup` that is restored. Default: the latest that it holds.",
      examples: ["2026-11-21T10:00:00Z"],
    }),
  kmsKeyArn: keyArn().meta({
    description: "Key that the snapshot or backup is encrypted with; the restored database keeps it.",
    examples: ["arn:aws:kms:us-west-2:123456789012:key/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"],
  }),
});
