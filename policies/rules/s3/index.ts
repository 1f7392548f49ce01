import type { Rule } from "../../kernel/rule";
import { s3AccessLogging } from "./s3-access-logging";
import { s3AccessPointPublicBlock } from "./s3-access-point-public-block";
import { s3AccountPublicAccessBlock } from "./s3-account-public-access-block";
import { s3AclsDisabled } from "./s3-acls-disabled";
import { s3BucketKey } from "./s3-bucket-key";
import { s3BucketPublicAccessBlock } from "./s3-bucket-public-access-block";
import { s3DefaultEncryptionKms } from "./s3-default-encryption-kms";
import { s3DirectoryBucketLifecycle } from "./s3-directory-bucket-lifecycle";
import { s3EventNotifications } from "./s3-event-notifications";
import { s3Lifecycle } from "./s3-lifecycle";
import { s3LifecycleAbortMultipart } from "./s3-lifecycle-abort-multipart";
import { s3LifecycleNoncurrent } from "./s3-lifecycle-noncurrent";
import { s3MfaDelete } from "./s3-mfa-delete";
import { s3NoForceDestroy } from "./s3-no-force-destroy";
import { s3NoPublicRead } from "./s3-no-public-read";
import { s3NoPublicWrite } from "./s3-no-public-write";
import { s3NoWebsiteHosting } from "./s3-no-website-hosting";
import { s3ObjectLevelLogging } from "./s3-object-level-logging";
import { s3ObjectLock } from "./s3-object-lock";
import { s3PolicyCrossAccountRestricted } from "./s3-policy-cross-account-restricted";
import { s3PolicyNoAnyPrincipal } from "./s3-policy-no-any-principal";
import { s3PolicyNoLockout } from "./s3-policy-no-lockout";
import { s3Replication } from "./s3-replication";
import { s3ReplicationSound } from "./s3-replication-sound";
import { s3RequireTls } from "./s3-require-tls";
import { s3Versioning } from "./s3-versioning";

export const s3Rules: readonly Rule[] = [
  s3AccountPublicAccessBlock,
  s3BucketPublicAccessBlock,
  s3NoPublicRead,
  s3NoPublicWrite,
  s3PolicyNoAnyPrincipal,
  s3PolicyCrossAccountRestricted,
  s3RequireTls,
  s3PolicyNoLockout,
  s3AccessLogging,
  s3AclsDisabled,
  s3Versioning,
  s3DefaultEncryptionKms,
  s3BucketKey,
  s3Lifecycle,
  s3LifecycleNoncurrent,
  s3LifecycleAbortMultipart,
  s3Replication,
  s3ReplicationSound,
  s3ObjectLock,
  s3MfaDelete,
  s3ObjectLevelLogging,
  s3EventNotifications,
  s3AccessPointPublicBlock,
  s3DirectoryBucketLifecycle,
  s3NoWebsiteHosting,
  s3NoForceDestroy,
];
