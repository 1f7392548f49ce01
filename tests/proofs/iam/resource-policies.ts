import type { DeployedResource, DeployedStack } from "../program/deployed-stack";

/** A policy that stands at a resource rather than at a role. */
export interface ResourcePolicy {
  resourceArn: string;
  name: string;
  text: string;
}

/** Where a type keeps a resource's policy. */
interface Place {
  policy: string;
  /** The ARN of the resource that it is about. */
  arn: (policy: DeployedResource, stack: DeployedStack) => string;
}

const own = (resource: DeployedResource): string => resource.props.arn;
const named =
  (property: string) =>
  ({ props }: DeployedResource): string =>
    props[property];

/** The ARN of the resource of a type that calls itself so. */
const arnBy =
  (type: string, property: string, called: string) =>
  ({ props }: DeployedResource, stack: DeployedStack): string =>
    stack.all(type).find((target) => target.props[called] === props[property])?.props.arn ?? props[property];

const PLACES: { [type: string]: Place } = {
  "aws:iam/role:Role": { policy: "assumeRolePolicy", arn: own },
  "aws:kms/key:Key": { policy: "policy", arn: own },
  "aws:kms/replicaKey:ReplicaKey": { policy: "policy", arn: own },
  "aws:s3/bucketPolicy:BucketPolicy": { policy: "policy", arn: ({ props }) => `arn:aws:s3:::${props.bucket}` },
  "aws:secretsmanager/secret:Secret": { policy: "policy", arn: own },
  "aws:secretsmanager/secretPolicy:SecretPolicy": { policy: "policy", arn: named("secretArn") },
  "aws:sns/topic:Topic": { policy: "policy", arn: own },
  "aws:sns/topicPolicy:TopicPolicy": { policy: "policy", arn: named("arn") },
  "aws:sqs/queue:Queue": { policy: "policy", arn: own },
  "aws:sqs/queuePolicy:QueuePolicy": { policy: "policy", arn: arnBy("aws:sqs/queue:Queue", "queueUrl", "url") },
  "aws:efs/fileSystemPolicy:FileSystemPolicy": {
    policy: "policy",
    arn: arnBy("aws:efs/fileSystem:FileSystem", "fileSystemId", "id"),
  },
  "aws:ecr/repositoryPolicy:RepositoryPolicy": {
    policy: "policy",
    arn: arnBy("aws:ecr/repository:Repository", "repository", "name"),
  },
  "aws:backup/vaultPolicy:VaultPolicy": {
    policy: "policy",
    arn: arnBy("aws:backup/vault:Vault", "backupVaultName", "name"),
  },
  "aws:sesv2/emailIdentityPolicy:EmailIdentityPolicy": {
    policy: "policy",
    arn: arnBy("aws:sesv2/emailIdentity:EmailIdentity", "emailIdentity", "emailIdentity"),
  },
};

/** Types whose policies are read elsewhere: those of roles, and of the way to a service. */
const READ_ELSEWHERE = ["aws:iam/rolePolicy:RolePolicy", "aws:iam/policy:Policy", "aws:ec2/vpcEndpoint:VpcEndpoint"];

export function resourcePoliciesOf(stack: DeployedStack): ResourcePolicy[] {
  return stack.resources.flatMap((resource) => {
    const place = PLACES[resource.type];
    const text: unknown = place && resource.props[place.policy];
    if (!place || typeof text !== "string") return [];
    return [{ resourceArn: place.arn(resource, stack), name: `${resource.name} (${resource.type})`, text }];
  });
}

/** Resources that hold a policy of IAM at a place that nobody here looks at: what they grant would go unproved. */
export function overlookedPolicies({ resources }: DeployedStack): string[] {
  return resources.flatMap(({ type, name, props }) =>
    Object.entries(props as object).flatMap(([property, value]) => {
      const isRead = PLACES[type]?.policy === property || READ_ELSEWHERE.includes(type);
      return !isRead && isPolicy(value) ? [`${property} of ${type} ${name}`] : [];
    }),
  );
}

function isPolicy(value: unknown): boolean {
  if (typeof value !== "string" || !value.trimStart().startsWith("{")) return false;
  try {
    return "Statement" in (JSON.parse(value) as object);
  } catch {
    return false;
  }
}
