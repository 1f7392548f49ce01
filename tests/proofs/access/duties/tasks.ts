import { parseArn } from "../../iam/arn";
import { PULL } from "../actions";
import { type Call, on, under } from "../call";
import type { Made } from "../duties";
import { keyCalls, throughS3, usesOfKey } from "../key-calls";
import { rightsOfUses } from "../rights";
import { masterSecret } from "../rights/database";
import { readSecret } from "../rights/secrets";
import { bucketOf, keyArn, keyOfBucket, type Scope, scopeOf, streamOf } from "../scope";
import { secretArns } from "../secrets";
import { namesOf } from "../../../../infra/names";

/** The two roles of a task: ECS starts it, and then the application's own code runs. */
export function runTask({ role, maker, stack }: Made): Call[] {
  const scope = scopeOf(stack, maker.name);
  return role.name.endsWith("-execution") ? startTask(scope) : runCode(scope);
}

/** ECS pulls the image, reads the secrets and writes the log. */
function startTask(scope: Scope): Call[] {
  const { task } = scope;
  const repository = repositoryOf(scope);
  return [...writeLog(scope, task.name), ...pull(repository), ...rightsOfUses(scope, "execution")];
}

/** Where the image is, if that is a registry of AWS: made here for the service, or named by the stack file. */
function repositoryOf({ stack, task }: Scope): string | undefined {
  const named = stack.config.services[task.service]?.image?.repository;
  const own = stack.all("aws:ecr/repository:Repository").find(({ name }) => name === `${task.service}-repository`);
  return named === undefined ? own?.props.arn : registryArn(named);
}

/** The repository of an address in a registry of AWS. */
function registryArn(address: string): string | undefined {
  const [, account, region, path] = /^(\d+)\.dkr\.ecr\.([^.]+)\.amazonaws\.com\/(.+)$/.exec(address) ?? [];
  return path === undefined ? undefined : `arn:aws:ecr:${region}:${account}:repository/${path}`;
}

const pull = (repository: string | undefined): Call[] =>
  repository === undefined ? [] : [...on("*", "ecr:GetAuthorizationToken"), ...on(repository, ...PULL)];

const writeLog = ({ stack, names }: Pick<Scope, "stack" | "names">, group: string): Call[] =>
  on(streamOf(stack, names.logGroup(group)), "logs:CreateLogStream", "logs:PutLogEvents");

function runCode(scope: Scope): Call[] {
  return [
    ...rightsOfUses(scope, "task"),
    ...(scope.task.exec ? recordSession(scope) : []),
    ...(scope.task.traces ? on("*", "xray:PutTraceSegments", "xray:PutTelemetryRecords") : []),
  ];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html */
function recordSession(scope: Scope): Call[] {
  const { stack } = scope;
  const channels = ["CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"];
  return [
    ...on("*", ...channels.map((channel) => `ssmmessages:${channel}`), "logs:DescribeLogGroups"),
    ...writeLog(scope, "exec"),
    // A session's own context is not documented, so that its key opens in every context.
    ...usesOfKey(keyArn(stack, "logs"), stack, secretArns(stack)).filter(({ action }) => action === "kms:Decrypt"),
  ];
}

/** The dump reads the whole database and writes below one prefix of one bucket; its image comes from elsewhere. */
export function dumpDatabase({ role, maker, stack }: Made): Call[] {
  const scope = { stack, names: namesOf(stack.config) };
  const { bucket: name = "", prefix = "", image } = stack.config.database?.dump ?? {};
  if (role.name.endsWith("-execution")) {
    const repository = registryArn(image?.repository ?? "");
    return [...writeLog(scope, maker.name), ...pull(repository), ...readSecret(masterSecret(stack))];
  }
  const [bucket, key] = [bucketOf(scope, name), keyOfBucket(scope, name)];
  return [
    ...on(`${bucket}/${prefix}some.dump`, "s3:PutObject"),
    ...keyCalls(key, throughS3(key, bucket), "GenerateDataKey", "Decrypt"),
  ];
}

/** A run of a scheduled task starts that task with its two roles, and follows it to its end. */
export function runScheduled({ maker, stack }: Made): Call[] {
  const cluster: string = stack.one("aws:ecs/cluster:Cluster").props.arn;
  const definition: string = stack.one("aws:ecs/taskDefinition:TaskDefinition", maker.name).props.arn;
  const { region, account } = parseArn(cluster) ?? {};
  const task = `${cluster.replace(":cluster/", ":task/")}/0123456789abcdef`;
  const roles = stack
    .all("aws:iam/role:Role")
    .filter(({ name }) => [`${maker.name}-execution`, `${maker.name}-task`].includes(name));
  return [
    ...under({ "ecs:cluster": cluster }, on(definition, "ecs:RunTask")),
    ...on(task, "ecs:DescribeTasks", "ecs:StopTask"),
    ...roles.flatMap(({ props }) =>
      under({ "iam:PassedToService": "ecs-tasks.amazonaws.com" }, on(props.arn, "iam:PassRole")),
    ),
    ...on(
      `arn:aws:events:${region}:${account}:rule/StepFunctionsGetEventsForECSTaskRule`,
      "events:PutRule",
      "events:PutTargets",
    ),
  ];
}
