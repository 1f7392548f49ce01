import { namesOf } from "../../../../infra/names";
import type { DeployedStack } from "../../program/deployed-stack";
import { type Call, on } from "../call";
import type { Made } from "../duties";
import { keyCalls, throughLambda, throughSecretsManager, throughSqs } from "../key-calls";
import { placeOf, readSecret } from "../rights/secrets";
import { keyArn, streamOf } from "../scope";

const scopeOf = (stack: DeployedStack) => ({ stack, names: namesOf(stack.config) });

function functionNamed(stack: DeployedStack, name: string): { arn: string; log: Call[] } {
  const { props } = stack.one("aws:lambda/function:Function", name);
  const log = streamOf(stack, props.loggingConfig?.logGroup ?? `/aws/lambda/${props.name}`);
  return { arn: props.arn, log: on(log, "logs:CreateLogStream", "logs:PutLogEvents") };
}

/** Gives the secrets that are due a new value. */
export function rotateSecrets({ stack, maker }: Made): Call[] {
  const key = keyArn(stack, "secrets");
  const secrets = stack
    .all("aws:secretsmanager/secretRotation:SecretRotation")
    .map(({ props }) => props.secretId as string);
  return [
    ...functionNamed(stack, maker.name).log,
    ...secrets.flatMap((secret) => [
      ...on(secret, "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"),
      ...keyCalls(key, throughSecretsManager(key, secret), "Decrypt", "GenerateDataKey"),
    ]),
  ];
}

/** Sees when secrets changed, and starts anew the services that read them. */
export function watchSecrets({ stack, maker }: Made): Call[] {
  const readers = stack.all("aws:ecs/service:Service").filter(({ name }) => readsSecrets(stack, name));
  return [
    ...functionNamed(stack, maker.name).log,
    ...readers.flatMap(({ props }) => on(props.arn, "ecs:DescribeServices", "ecs:UpdateService")),
  ];
}

function readsSecrets(stack: DeployedStack, service: string): boolean {
  const { containerDefinitions } = stack.one("aws:ecs/taskDefinition:TaskDefinition", service).props;
  const containers = JSON.parse(containerDefinitions) as { secrets?: unknown[] }[];
  return containers.some(({ secrets = [] }) => secrets.length > 0);
}

/** Reads the key of PagerDuty, and keeps what it could not tell. */
export function readPagerDutyKey({ stack, maker }: Made): Call[] {
  const { deadLetterConfig } = stack.one("aws:lambda/function:Function", maker.name).props;
  return [
    ...functionNamed(stack, maker.name).log,
    ...readSecret(placeOf(scopeOf(stack), "PAGERDUTY_INTEGRATION_KEY")),
    ...on(deadLetterConfig.targetArn, "sqs:SendMessage"),
  ];
}

/** Measures lists in the cache, from within the network. */
export function measureLists({ stack, maker }: Made): Call[] {
  const { arn, log } = functionNamed(stack, maker.name);
  const { kmsKeyArn: key, deadLetterConfig } = stack.one("aws:lambda/function:Function", maker.name).props;
  const letters: string = deadLetterConfig.targetArn;
  return [
    ...log,
    ...readSecret(placeOf(scopeOf(stack), "CACHE_AUTH_TOKEN")),
    ...keyCalls(key, throughLambda(key, arn), "Decrypt"),
    ...on(letters, "sqs:SendMessage"),
    ...keyCalls(key, throughSqs(key, letters), "Decrypt", "GenerateDataKey"),
    ...on("*", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces"),
  ];
}
