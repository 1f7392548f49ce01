import { parseArn } from "../iam/arn";
import type { Context } from "../iam/context";
import type { DeployedStack } from "../program/deployed-stack";
import type { Call } from "./call";

/** What a service of AWS tells a key of what it has it encrypt or decrypt. */
const throughService = (service: string, key: string, context: Context): Context => ({
  "kms:ViaService": `${service}.${parseArn(key)?.region}.amazonaws.com`,
  ...context,
});

/** S3 names the bucket, which is so where bucket keys are on: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html */
export const throughS3 = (key: string, bucketArn: string): Context =>
  throughService("s3", key, { "kms:EncryptionContext:aws:s3:arn": bucketArn });

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html */
export const throughSecretsManager = (key: string, secretArn: string): Context =>
  throughService("secretsmanager", key, { "kms:EncryptionContext:SecretARN": secretArn });

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html */
export const throughSqs = (key: string, queueArn: string): Context =>
  throughService("sqs", key, { "kms:EncryptionContext:aws:sqs:arn": queueArn });

/** https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
export const throughSns = (key: string, topicArn: string): Context =>
  throughService("sns", key, { "kms:EncryptionContext:aws:sns:topicArn": topicArn });

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html */
export const throughScheduler = (key: string, scheduleArn: string): Context =>
  throughService("scheduler", key, { "kms:EncryptionContext:aws:scheduler:schedule:arn": scheduleArn });

/** https://docs.aws.amazon.com/lambda/latest/dg/security-encryption-at-rest.html */
export const throughLambda = (key: string, functionArn: string): Context =>
  throughService("lambda", key, { "kms:EncryptionContext:aws:lambda:FunctionArn": functionArn });

export const keyCalls = (key: string, context: Context, ...operations: string[]): Call[] =>
  operations.map((operation) => ({ action: `kms:${operation}`, resource: key, context }));

/** Every way in which somebody may use a key: by hand, and through each service for each thing that the service keeps. */
export function usesOfKey(key: string, stack: DeployedStack, secrets: string[]): Call[] {
  const buckets = arns(stack, "aws:s3/bucket:Bucket");
  const contexts: Context[] = [
    {},
    ...buckets.flatMap((bucket) => [throughS3(key, bucket), { "kms:EncryptionContext:aws:s3:arn": bucket }]),
    ...secrets.map((secret) => throughSecretsManager(key, secret)),
    ...arns(stack, "aws:sqs/queue:Queue").map((queue) => throughSqs(key, queue)),
    ...arns(stack, "aws:sns/topic:Topic").map((topic) => throughSns(key, topic)),
    ...arns(stack, "aws:scheduler/schedule:Schedule").map((schedule) => throughScheduler(key, schedule)),
    ...arns(stack, "aws:lambda/function:Function").map((made) => throughLambda(key, made)),
  ];
  return contexts.flatMap((context) => keyCalls(key, context, "Decrypt", "Encrypt", "GenerateDataKey"));
}

const arns = (stack: DeployedStack, type: string): string[] => stack.all(type).map(({ props }) => props.arn);
