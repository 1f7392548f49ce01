export { AccessLogBucket, type AccessLogBucketArgs } from "./access-log-bucket";
export { Bucket, type BucketArgs } from "./bucket";
export { bucketArn } from "./bucket-policy";
export { BucketAccess, bucketGrant, bucketWriteGrant } from "./bucket-grant";
export { type BucketCors } from "./cors";
export { type BucketLifecycle } from "./lifecycle";
export { type BucketAccessLogs } from "./private-bucket";
export { type BucketReplicationArgs, REPLICATION_RULE_ID } from "./replication";
