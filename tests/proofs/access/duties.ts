import { namesOf } from "../../../infra/names";
import type { DeployedResource, DeployedStack } from "../program/deployed-stack";
import { PULL } from "./actions";
import { type Call, on } from "./call";
import { keyCalls, throughS3, usesOfKey } from "./key-calls";
import { bucketArn, keyArn, type Scope, scopeOf, streamOf } from "./scope";
import { secretArns } from "./secrets";
import { rightsOfUses } from "./uses-of-service";

/** What a role is for. */
export interface Duty {
  /** Every call that it must be able to make; all other calls of the universe must be denied. */
  calls: Call[];
  /** Whether its calls start in the stack's network and pass the endpoints there. */
  throughVpc: boolean;
}

/** By the type of the component that makes the role. */
const DUTIES: { [component: string]: (role: DeployedResource, maker: DeployedResource, stack: DeployedStack) => Duty } =
  {
    "platform:index:WebService": (role, maker, stack) => {
      const scope = scopeOf(stack, maker.name);
      return { throughVpc: true, calls: role.name.endsWith("-execution") ? startTask(scope) : runCode(scope) };
    },
    "platform:index:VpcFlowLogs": (_role, _maker, stack) => {
      const stream = streamOf(stack, namesOf(stack.config).logGroup("flow-logs"));
      return { throughVpc: false, calls: on(stream, "logs:CreateLogStream", "logs:PutLogEvents") };
    },
    "platform:index:PostgresDatabase": (_role, _maker, { config: { region, account } }) => ({
      throughVpc: false,
      calls: on(
        `arn:aws:logs:${region}:${account}:log-group:RDSOSMetrics:log-stream:db-A`,
        "logs:CreateLogStream",
        "logs:PutLogEvents",
      ),
    }),
    "platform:index:Bucket": (_role, maker, stack) => ({ throughVpc: false, calls: replicate(maker.name, stack) }),
  };

/** @throws for a role of a component that nobody has said anything about. */
export function dutyOf(role: DeployedResource, stack: DeployedStack): Duty {
  const maker = stack.parentOf(role);
  const duty = maker && DUTIES[maker.type];
  if (!duty) {
    throw new Error(
      `the role ${role.name} is made by ${maker?.type ?? "no component"}, of which least privilege is not proved: say in ` +
        `tests/proofs/access/duties.ts which calls such a role must be able to make; all others must be denied`,
    );
  }
  return duty(role, maker, stack);
}

/** ECS pulls the image, reads the secrets and writes the log. */
function startTask(scope: Scope): Call[] {
  const { stack, names, name } = scope;
  const repository = stack.all("aws:ecr/repository:Repository").find((each) => each.name === `${name}-repository`);
  return [
    ...on(streamOf(stack, names.logGroup(name)), "logs:CreateLogStream", "logs:PutLogEvents"),
    ...(repository ? [...on("*", "ecr:GetAuthorizationToken"), ...on(repository.props.arn, ...PULL)] : []),
    ...rightsOfUses(scope, "execution"),
  ];
}

function runCode(scope: Scope): Call[] {
  return [...rightsOfUses(scope, "task"), ...(scope.service.exec ? recordSession(scope) : [])];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html */
function recordSession({ stack, names }: Scope): Call[] {
  const channels = ["CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"];
  return [
    ...on("*", ...channels.map((channel) => `ssmmessages:${channel}`), "logs:DescribeLogGroups"),
    ...on(streamOf(stack, names.logGroup("exec")), "logs:CreateLogStream", "logs:PutLogEvents"),
    // A session's own context is not documented, so that its key opens in every context.
    ...usesOfKey(keyArn(stack, "logs"), stack, secretArns(stack)).filter(({ action }) => action === "kms:Decrypt"),
  ];
}

function replicate(bucket: string, stack: DeployedStack): Call[] {
  const names = namesOf(stack.config);
  const [source, replica] = [bucketArn(names.bucket(bucket)), bucketArn(names.replicaBucket(bucket))];
  const region = stack.config.buckets[bucket]?.replication?.region;
  const [sourceKey, replicaKey] = [
    keyArn(stack, "data"),
    stack.one("aws:kms/key:Key", `replica-${region}-key`).props.arn,
  ];
  return [
    ...on(source, "s3:GetReplicationConfiguration", "s3:ListBucket"),
    ...on(`${source}/some/object`, "s3:GetObjectVersionForReplication"),
    ...on(`${replica}/some/object`, "s3:ReplicateObject", "s3:ReplicateDelete"),
    ...keyCalls(sourceKey, throughS3(sourceKey, source), "Decrypt"),
    ...keyCalls(replicaKey, throughS3(replicaKey, replica), "Encrypt", "GenerateDataKey"),
  ];
}
