// What another one in its place would not hold: rows, objects, images, messages, logs, values that others know, and keys,
// without which nothing that they encrypted can be read.
const HOLDERS: ReadonlySet<string> = new Set([
  "aws:backup/vault:Vault",
  "aws:cloudwatch/logGroup:LogGroup",
  "aws:ecr/repository:Repository",
  "aws:efs/fileSystem:FileSystem",
  "aws:elasticache/replicationGroup:ReplicationGroup",
  "aws:kms/key:Key",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:rds/instance:Instance",
  "aws:s3/bucket:Bucket",
  "aws:secretsmanager/secret:Secret",
  "aws:sqs/queue:Queue",
  "random:index/randomPassword:RandomPassword",
]);

/** Whether data is lost when a resource of this type goes. */
export const holdsData = (type: string): boolean => HOLDERS.has(type);
