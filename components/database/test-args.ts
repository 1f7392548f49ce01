import type { PostgresDatabaseArgs } from "./postgres-args";

/** A production database, from which each test departs in one thing. */
export const databaseArgs: PostgresDatabaseArgs = {
  account: "123456789012",
  vpcId: "vpc-0a1b2c3d",
  subnetIds: ["subnet-a", "subnet-b"],
  identifier: "pm-prod",
  kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/data",
  secretKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/secrets",
  databaseName: "pm_document_intelligence",
  instanceClass: "db.r6g.xlarge",
  storageGib: 100,
  maxStorageGib: 500,
  engineVersion: "16",
  multiZone: true,
  backup: { retentionDays: 7, window: "03:00-04:00" },
  maintenanceWindow: "sun:04:00-sun:05:00",
  deletionProtection: true,
  finalSnapshot: true,
  performanceInsights: true,
  monitoringIntervalSeconds: 60,
  logRetentionDays: 30,
  logKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/logs",
};
