import type * as inputs from "@pulumi/aws/types/input";

/** What happens to objects as they age; every figure is in days. */
export interface BucketLifecycle {
  /** Only objects whose key begins so age. Default: all of them. */
  prefix?: string;
  /** To STANDARD_IA, at 30 days or later. Default: never. */
  infrequentAccessAfterDays?: number;
  /** To GLACIER, at least 30 days after STANDARD_IA where there is one. Default: never. */
  glacierAfterDays?: number;
  /** Deleted. Default: never. */
  expireAfterDays?: number;
  /** Versions that were overwritten or deleted are gone for good. Default: 90. */
  expireOldVersionsAfterDays?: number;
  /** Parts of uploads that were never completed are removed. Default: 7. */
  abortUploadsAfterDays?: number;
}

/** The one rule that says all of it, for the whole bucket; throws when S3 would not accept the figures. */
export function lifecycleRule(lifecycle: BucketLifecycle): inputs.s3.BucketLifecycleConfigurationRule {
  checkOrder(lifecycle);
  const { infrequentAccessAfterDays, glacierAfterDays, expireAfterDays } = lifecycle;
  const { expireOldVersionsAfterDays = 90, abortUploadsAfterDays = 7 } = lifecycle;
  const transitions = [
    ...(infrequentAccessAfterDays ? [{ days: infrequentAccessAfterDays, storageClass: "STANDARD_IA" }] : []),
    ...(glacierAfterDays ? [{ days: glacierAfterDays, storageClass: "GLACIER" }] : []),
  ];
  return {
    id: "age",
    status: "Enabled",
    filter: lifecycle.prefix === undefined ? {} : { prefix: lifecycle.prefix },
    ...(transitions.length > 0 && { transitions }),
    // S3 removes delete markers with nothing behind them only when asked to, or when objects expire anyway.
    expiration: expireAfterDays ? { days: expireAfterDays } : { expiredObjectDeleteMarker: true },
    noncurrentVersionExpiration: { noncurrentDays: expireOldVersionsAfterDays },
    abortIncompleteMultipartUpload: { daysAfterInitiation: abortUploadsAfterDays },
  };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html */
function checkOrder({ prefix: _, ...lifecycle }: BucketLifecycle): void {
  for (const [key, days] of Object.entries(lifecycle)) {
    if (days !== undefined && (!Number.isInteger(days) || days < 1))
      throw new Error(`lifecycle.${key} must be a whole number of days, 1 or more, got ${days}`);
  }
  const { infrequentAccessAfterDays: rare, glacierAfterDays: glacier, expireAfterDays: expire } = lifecycle;
  if (rare !== undefined && rare < 30)
    throw new Error(
      `lifecycle.infrequentAccessAfterDays must be 30 or more, got ${rare}: STANDARD_IA takes no younger`,
    );
  if (rare !== undefined && glacier !== undefined && glacier < rare + 30)
    throw new Error(
      `lifecycle.glacierAfterDays must be ${rare + 30} or more, got ${glacier}: objects stay 30 days in STANDARD_IA`,
    );
  const lastMove = Math.max(rare ?? 0, glacier ?? 0);
  if (expire !== undefined && expire <= lastMove)
    throw new Error(`lifecycle.expireAfterDays must be more than ${lastMove}, the last move, got ${expire}`);
}
