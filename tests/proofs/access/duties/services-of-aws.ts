import { namesOf } from "../../../../infra/names";
import { type Call, on, under } from "../call";
import type { Made } from "../duties";
import { keyCalls, throughS3 } from "../key-calls";
import { masterSecret } from "../rights/database";
import { readSecret } from "../rights/secrets";
import { bucketArn, keyArn, streamOf } from "../scope";

/** ECS moves the requests of one service between its two groups of tasks. */
export function shiftTraffic({ maker, stack }: Made): Call[] {
  const groups = stack.all("aws:lb/targetGroup:TargetGroup").filter(({ parent }) => parent === maker.urn);
  const rules = stack.all("aws:lb/listenerRule:ListenerRule").filter(({ parent }) => parent === maker.urn);
  return [
    ...groups.flatMap(({ props }) =>
      on(props.arn, "elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"),
    ),
    ...rules.flatMap(({ props }) => on(props.arn, "elasticloadbalancing:ModifyRule")),
  ];
}

export function recordConnections({ stack }: Made): Call[] {
  const stream = streamOf(stack, namesOf(stack.config).logGroup("flow-logs"));
  return on(stream, "logs:CreateLogStream", "logs:PutLogEvents");
}

/** RDS writes the figures of a database's operating system. */
export function writeFigures({ stack: { config } }: Made): Call[] {
  const group = `arn:aws:logs:${config.region}:${config.account}:log-group:RDSOSMetrics`;
  return on(`${group}:log-stream:db-A`, "logs:CreateLogStream", "logs:PutLogEvents");
}

export const openDatabase = ({ stack }: Made): Call[] => readSecret(masterSecret(stack));

/** S3 copies one bucket. */
export function replicate({ maker, stack }: Made): Call[] {
  const names = namesOf(stack.config);
  const [source, replica] = [bucketArn(names.bucket(maker.name)), bucketArn(names.replicaBucket(maker.name))];
  const region = stack.config.buckets[maker.name]?.replication?.region;
  const sourceKey = keyArn(stack, "data");
  const replicaKey: string = stack.one("aws:kms/key:Key", `replica-${region}-key`).props.arn;
  return [
    ...on(source, "s3:GetReplicationConfiguration", "s3:ListBucket"),
    ...on(`${source}/some/object`, "s3:GetObjectVersionForReplication"),
    ...on(`${replica}/some/object`, "s3:ReplicateObject", "s3:ReplicateDelete"),
    ...keyCalls(sourceKey, throughS3(sourceKey, source), "Decrypt"),
    ...keyCalls(replicaKey, throughS3(replicaKey, replica), "Encrypt", "GenerateDataKey"),
  ];
}

/** AWS Backup takes what the plan names, by grants that its services make for their own resources. */
export function backUp({ stack }: Made): Call[] {
  const databases = stack.all("aws:rds/instance:Instance").filter(({ name }) => name === "database");
  const vaults = stack.all("aws:backup/vault:Vault");
  return [
    ...databases.flatMap(({ props }) => on(props.arn, "rds:CreateDBSnapshot")),
    ...stack.all("aws:efs/fileSystem:FileSystem").flatMap(({ props }) => on(props.arn, "elasticfilesystem:Backup")),
    ...vaults.flatMap(({ props }) => [
      ...on(props.arn, "backup:CopyIntoBackupVault"),
      ...under({ "kms:GrantIsForAWSResource": "true" }, on(props.kmsKeyArn, "kms:CreateGrant")),
    ]),
  ];
}

/** The canary writes what it found, its log and its figures. */
export function visitPages({ stack }: Made): Call[] {
  const names = namesOf(stack.config);
  const [bucket, key] = [bucketArn(names.bucket("canary")), keyArn(stack, "data")];
  return [
    ...on(`${bucket}/findings/page.json`, "s3:PutObject"),
    ...keyCalls(key, throughS3(key, bucket), "Decrypt", "GenerateDataKey"),
    ...on("*", "s3:ListAllMyBuckets"),
    ...under({ "cloudwatch:namespace": "CloudWatchSynthetics" }, on("*", "cloudwatch:PutMetricData")),
    ...canaryLog(stack),
  ];
}

/** Synthetics names the log after its own function, of which only the beginning is known. */
function canaryLog(stack: Made["stack"]): Call[] {
  const groups = stack.all("aws:cloudwatch/logGroup:LogGroup").map(({ props }) => props.name as string);
  const own = groups.filter((name) => name.startsWith("/aws/lambda/cwsyn-"));
  return own.flatMap((name) => on(streamOf(stack, name), "logs:CreateLogStream", "logs:PutLogEvents"));
}

/** All that can be done from a channel of Slack. */
export const lookAtAlarms = (): Call[] => on("*", "cloudwatch:DescribeAlarms", "cloudwatch:GetMetricData");
