import {
  BUCKET_ACL,
  BUCKET_ENCRYPTION,
  BUCKET_LIFECYCLE,
  BUCKET_LOGGING,
  BUCKET_POLICY,
  BUCKET_VERSIONING,
} from "../../kernel/tokens";

/** Both tokens of a separate resource, from the name of the first. */
const twins = (name: string): string[] =>
  [name, `${name}V2`].map((each) => `aws:s3/${each.charAt(0).toLowerCase()}${each.slice(1)}:${each}`);

/** Inputs of a bucket, of either twin, and the separate resources that manage the same. */
export const INLINE_SETTINGS: readonly { inputs: readonly string[]; types: readonly string[] }[] = [
  { inputs: ["accelerationStatus"], types: twins("BucketAccelerateConfiguration") },
  { inputs: ["acl", "grants"], types: BUCKET_ACL },
  { inputs: ["corsRules"], types: twins("BucketCorsConfiguration") },
  { inputs: ["lifecycleRules"], types: BUCKET_LIFECYCLE },
  { inputs: ["logging", "loggings"], types: BUCKET_LOGGING },
  {
    inputs: ["objectLockConfiguration", "objectLockConfigurations"],
    types: twins("BucketObjectLockConfiguration"),
  },
  { inputs: ["policy"], types: BUCKET_POLICY },
  {
    inputs: ["replicationConfiguration", "replicationConfigurations"],
    types: ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"],
  },
  { inputs: ["requestPayer"], types: twins("BucketRequestPaymentConfiguration") },
  {
    inputs: ["serverSideEncryptionConfiguration", "serverSideEncryptionConfigurations"],
    types: BUCKET_ENCRYPTION,
  },
  { inputs: ["versioning", "versionings"], types: BUCKET_VERSIONING },
  { inputs: ["website", "websites"], types: twins("BucketWebsiteConfiguration") },
];
