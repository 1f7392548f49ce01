import { type Call, on } from "./call";
import { keyCalls, throughS3, throughSecretsManager } from "./key-calls";
import { bucketArn, keyArn, type Scope } from "./scope";
import { masterSecretOf } from "./secrets";

/** What a service may do for one kind of thing under its `uses`, and nothing beside it. */
interface Rights {
  /** The application's own code. */
  task: (scope: Scope) => Call[];
  /** ECS, to start the task. */
  execution: (scope: Scope) => Call[];
}

const none = (): Call[] => [];

/** By the key under `uses`. A new kind needs an entry here and one in tests/proofs/network/uses-of-service.ts. */
const RIGHTS: { [kind: string]: Rights } = {
  database: {
    task: none,
    execution: ({ stack, service }) =>
      service.uses.database ? readSecret(stack, masterSecretOf(stack.one("aws:rds/instance:Instance"))) : [],
  },
  cache: {
    task: none,
    execution: (scope) =>
      scope.service.uses.cache ? readSecret(scope.stack, secretArn(scope, "CACHE_AUTH_TOKEN")) : [],
  },
  secrets: {
    task: none,
    execution: (scope) => scope.service.uses.secrets.flatMap((name) => readSecret(scope.stack, secretArn(scope, name))),
  },
  buckets: {
    task: ({ stack, names, service }) =>
      Object.entries(service.uses.buckets).flatMap(([name, access]) => {
        const bucket = bucketArn(names.bucket(name));
        const key = keyArn(stack, "data");
        const writes = access === "readWrite";
        return [
          ...on(bucket, "s3:ListBucket"),
          ...on(`${bucket}/some/object`, "s3:GetObject", ...(writes ? ["s3:PutObject", "s3:DeleteObject"] : [])),
          ...keyCalls(key, throughS3(key, bucket), "Decrypt", ...(writes ? ["GenerateDataKey"] : [])),
        ];
      }),
    execution: none,
  },
};

/** The rights of all kinds of use together. */
export function rightsOfUses(scope: Scope, role: keyof Rights): Call[] {
  return Object.keys(scope.service.uses).flatMap((kind) => rightsOf(kind)[role](scope));
}

function rightsOf(kind: string): Rights {
  const found = Object.hasOwn(RIGHTS, kind) ? RIGHTS[kind] : undefined;
  if (!found) {
    throw new Error(
      `services use ${kind}, of which least privilege is not proved: say in tests/proofs/access/uses-of-service.ts ` +
        `which calls a service must be able to make for what it uses of it; all others are then tried and must be denied`,
    );
  }
  return found;
}

function readSecret(stack: Scope["stack"], secret: string): Call[] {
  const key = keyArn(stack, "secrets");
  return [
    ...on(secret, "secretsmanager:GetSecretValue"),
    ...keyCalls(key, throughSecretsManager(key, secret), "Decrypt"),
  ];
}

function secretArn({ stack, names }: Scope, name: string): string {
  const path = names.secret(name, stack.config.secrets[name]?.mode);
  const secret = stack.all("aws:secretsmanager/secret:Secret").find(({ props }) => props.name === path);
  if (!secret) throw new Error(`the stack has no secret ${path}`);
  return secret.props.arn;
}
