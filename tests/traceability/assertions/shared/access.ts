import type { GoldenManifest } from "../../../manifest";
import { containerOf } from "./compute";

export function expectPasswordInSecretsManager(stack: GoldenManifest, service: string, region = "us-east-1"): void {
  const database = stack.inputs("aws:rds/instance:Instance", "database");
  expect([database.manageMasterUserPassword, database.password]).toEqual([true, undefined]);
  const secret = containerOf(stack, service).secrets.find(({ name }: { name: string }) => name === "DATABASE_PASSWORD");
  expect(secret.valueFrom).toMatch(
    new RegExp(`^arn:aws:secretsmanager:${region}:123456789012:secret:rds!db-.*:password::$`),
  );
}

/** Each secret by reference to its own path, and those that are made of that many characters. */
export function expectSecrets(
  stack: GoldenManifest,
  service: string,
  paths: Record<string, string>,
  made: string[],
  region = "us-east-1",
): void {
  const secrets: { name: string; valueFrom: string }[] = containerOf(stack, service).secrets;
  for (const [name, path] of Object.entries(paths)) {
    const { valueFrom = "" } = secrets.find((secret) => secret.name === name) ?? {};
    expect(valueFrom).toMatch(
      new RegExp(`^arn:aws:secretsmanager:${region}:123456789012:secret:${path}-[0-9A-Za-z]{6}$`),
    );
  }
  for (const name of made) {
    expect(stack.inputs("random:index/randomPassword:RandomPassword", `${name}-value`).length).toBe(64);
  }
}

/** The port that each rule opens, every one of them from a security group; no other rule is there but these. */
export function expectChain(stack: GoldenManifest, chain: Record<string, number>, others: string[]): void {
  const rules = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  for (const [rule, port] of Object.entries(chain)) {
    const { referencedSecurityGroupId, cidrIpv4, fromPort, toPort } = stack.inputs(rules, rule);
    expect(referencedSecurityGroupId).toMatch(/^sg-/);
    expect([rule, cidrIpv4, fromPort, toPort]).toEqual([rule, undefined, port, port]);
  }
  expect(stack.names(rules).sort()).toEqual([...Object.keys(chain), ...others].sort());
}

export interface Statement {
  Action: string | string[];
  Resource: string | string[];
  Effect: string;
  Principal?: unknown;
  Condition?: unknown;
}

/** What the role of a service's tasks may do. */
export function taskStatementsOf(stack: GoldenManifest, service: string): Statement[] {
  const { policy } = stack.inputs("aws:iam/rolePolicy:RolePolicy", `${service}-task-policy`);
  return JSON.parse(policy).Statement;
}

const BUCKET_ACTIONS = ["s3:DeleteObject", "s3:GetObject", "s3:ListBucket", "s3:PutObject"];

/** Whether tasks use these buckets alone, and all that they do there is with objects and their list. */
export function expectBucketAccess(stack: GoldenManifest, service: string, buckets: string[]): void {
  const onBuckets = taskStatementsOf(stack, service).filter(({ Resource }) =>
    String(Resource).startsWith("arn:aws:s3"),
  );
  const resources = onBuckets.flatMap(({ Resource }) => Resource);
  const arns = buckets.flatMap((bucket) => [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`]);
  expect(resources.sort()).toEqual(arns.sort());
  expect([...new Set(onBuckets.flatMap(({ Action }) => Action))].sort()).toEqual(BUCKET_ACTIONS);
}

/** Whether tasks do nothing but what the services of the list allow, and nothing to everything. */
export function expectTaskRole(stack: GoldenManifest, service: string, actions: string[]): void {
  const statements = taskStatementsOf(stack, service);
  expect([...new Set(statements.flatMap(({ Action }) => Action))].sort()).toEqual([...actions].sort());
  expect(statements.flatMap(({ Resource }) => Resource)).not.toContain("*");
  expect(statements.map(({ Effect }) => Effect)).not.toContain("Deny");
}

/** The profiles that tasks may call, one for each model, each with its model in the regions of the geography. */
export function expectModels(
  stack: GoldenManifest,
  service: string,
  { models, geography, region = "us-east-1" }: { models: string[]; geography: string; region?: string },
): void {
  const called = taskStatementsOf(stack, service)
    .flatMap(({ Resource }) => Resource)
    .filter((arn) => arn.startsWith("arn:aws:bedrock"));
  const profiles = called.filter((arn) => arn.includes(":inference-profile/"));
  expect(profiles).toEqual(models.map((id) => `arn:aws:bedrock:${region}:123456789012:inference-profile/${id}`));
  const model = new RegExp(`^arn:aws:bedrock:${geography}-[a-z]+-\\d::foundation-model/(.+)$`);
  const behind = called.filter((arn) => !profiles.includes(arn)).map((arn) => model.exec(arn)?.[1]);
  expect([...new Set(behind)]).toEqual(models.map((id) => id.replace(`${geography}.`, "")));
}

/** Days after which each secret is made anew, by its path. */
export function expectRotation(stack: GoldenManifest, days: Record<string, number>, region = "us-east-1"): void {
  const rotations = stack
    .all("aws:secretsmanager/secretRotation:SecretRotation")
    .map(({ inputs }) => [inputs["secretId"], inputs["rotationRules"]]);
  expect(rotations).toEqual(
    Object.entries(days).map(([path, automaticallyAfterDays]) => [
      expect.stringMatching(new RegExp(`^arn:aws:secretsmanager:${region}:123456789012:secret:${path}-`)),
      { automaticallyAfterDays },
    ]),
  );
}
