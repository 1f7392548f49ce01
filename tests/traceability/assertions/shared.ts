import type { GoldenManifest } from "../../manifest";

// What several rows of several applications read in the same way. The figures stand with the application.

const ARN_OF_KEY = /^arn:aws:kms:[a-z0-9-]+:123456789012:key\/[0-9a-f-]{36}$/;

/** Whether port 80 does nothing but redirect, and 443 speaks TLS 1.2 and newer with a certificate of ACM. */
export function expectHttps(stack: GoldenManifest): void {
  const https = stack.inputs("aws:lb/listener:Listener", "ingress-https");
  expect([https.port, https.protocol]).toEqual([443, "HTTPS"]);
  expect(https.sslPolicy).toMatch(/^ELBSecurityPolicy-TLS13-1-[23]-/);
  expect(https.certificateArn).toMatch(/^arn:aws:acm:[a-z0-9-]+:123456789012:certificate\//);
  for (const { inputs } of stack.all("aws:lb/listener:Listener").filter(({ name }) => name !== "ingress-https")) {
    expect([inputs["port"], inputs["defaultActions"]]).toMatchObject([
      80,
      [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
    ]);
  }
}

/** What the network keeps of who spoke with whom, and that its default group speaks with nobody. */
export function expectRecords(stack: GoldenManifest, logGroup: string, region = "us-east-1"): void {
  const { trafficType, logDestination } = stack.inputs("aws:ec2/flowLog:FlowLog");
  expect([trafficType, logDestination]).toEqual(["ALL", `arn:aws:logs:${region}:123456789012:log-group:${logGroup}`]);
  const { ingress, egress } = stack.inputs("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
  expect([ingress, egress]).toEqual([[], []]);
}

export interface ServiceFigures {
  service: string;
  cpu: string;
  memory: string;
  min: number;
  max: number;
  /** What it scales on, with the value that is held. */
  targets: Record<string, number>;
  /** Zones that the tasks are spread over. Default: two. */
  zones?: number;
}

/** A metric that AWS names, or one that is computed of others and has a label. */
type ScalingTarget = {
  predefinedMetricSpecification?: { predefinedMetricType: string };
  customizedMetricSpecification?: { metrics: { label?: string; returnData: boolean }[] };
  targetValue: number;
};

export function expectService(stack: GoldenManifest, figures: ServiceFigures): void {
  const { cpu, memory, networkMode } = stack.inputs("aws:ecs/taskDefinition:TaskDefinition", figures.service);
  expect([cpu, memory, networkMode]).toEqual([figures.cpu, figures.memory, "awsvpc"]);
  const { minCapacity, maxCapacity } = stack.inputs("aws:appautoscaling/target:Target", `${figures.service}-scaling`);
  expect([minCapacity, maxCapacity]).toEqual([figures.min, figures.max]);
  const held = stack.all("aws:appautoscaling/policy:Policy").map(({ inputs }): [string | undefined, number] => {
    const written: unknown = inputs["targetTrackingScalingPolicyConfiguration"];
    const target = written as ScalingTarget;
    const computed = target.customizedMetricSpecification?.metrics.find(({ returnData }) => returnData);
    return [target.predefinedMetricSpecification?.predefinedMetricType ?? computed?.label, target.targetValue];
  });
  expect(Object.fromEntries(held)).toEqual(figures.targets);
  const { subnets } = stack.inputs("aws:ecs/service:Service", figures.service).networkConfiguration;
  expect(new Set(subnets).size).toBe(figures.zones ?? 2);
}

/** A rolling deployment that keeps every task, and goes back by circuit breaker and by alarm. */
export function expectRollingDeployment(stack: GoldenManifest, service: string): void {
  const deployed = stack.inputs("aws:ecs/service:Service", service);
  expect([deployed.deploymentMinimumHealthyPercent, deployed.deploymentMaximumPercent]).toEqual([100, 200]);
  expect(deployed.deploymentCircuitBreaker).toEqual({ enable: true, rollback: true });
  expect(deployed.alarms).toMatchObject({ enable: true, rollback: true });
  const alarms = stack.all("aws:cloudwatch/metricAlarm:MetricAlarm").map(({ inputs }) => inputs["name"]);
  expect(alarms).toEqual(expect.arrayContaining(deployed.alarms.alarmNames));
}

export function expectHealth(stack: GoldenManifest, service: string, path: string, gracePeriod: number): void {
  const { healthCheck } = stack.inputs("aws:lb/targetGroup:TargetGroup", service);
  expect([healthCheck.path, healthCheck.matcher]).toEqual([path, "200"]);
  expect(stack.inputs("aws:ecs/service:Service", service).healthCheckGracePeriodSeconds).toBe(gracePeriod);
}

export function expectRegistry(stack: GoldenManifest, service: string): void {
  const repository = stack.inputs("aws:ecr/repository:Repository", `${service}-repository`);
  expect(repository.imageTagMutability).toBe("IMMUTABLE");
  expect(repository.imageScanningConfiguration).toEqual({ scanOnPush: true });
  expect(repository.encryptionConfigurations).toEqual([
    { encryptionType: "KMS", kmsKey: expect.stringMatching(ARN_OF_KEY) },
  ]);
  const { policy } = stack.inputs("aws:ecr/lifecyclePolicy:LifecyclePolicy", `${service}-repository-lifecycle`);
  const counts = JSON.parse(policy).rules.map(
    ({ selection }: { selection: { countNumber: number } }) => selection.countNumber,
  );
  expect(counts).toEqual([7, 30]);
}

/** The first container of a service. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read inputs of every shape
export function containerOf(stack: GoldenManifest, service: string): any {
  const { containerDefinitions } = stack.inputs("aws:ecs/taskDefinition:TaskDefinition", service);
  return JSON.parse(containerDefinitions)[0];
}

export function expectContainer(stack: GoldenManifest, service: string, logGroup: string): void {
  const { user, privileged, readonlyRootFilesystem, linuxParameters, logConfiguration } = containerOf(stack, service);
  expect([user, privileged, readonlyRootFilesystem]).toEqual(["1000:1000", false, true]);
  expect(linuxParameters.capabilities).toEqual({ add: [], drop: ["ALL"] });
  expect(logConfiguration.options["awslogs-group"]).toBe(logGroup);
  const { taskRoleArn, executionRoleArn } = stack.inputs("aws:ecs/taskDefinition:TaskDefinition", service);
  expect(taskRoleArn).toMatch(new RegExp(`^arn:aws:iam::123456789012:role/${service}-task-`));
  expect(executionRoleArn).toMatch(new RegExp(`^arn:aws:iam::123456789012:role/${service}-execution-`));
}

export interface DatabaseFigures {
  class: string;
  storage: number;
  most: number;
  multiAz: boolean;
  /** Major version of PostgreSQL. Default: 17. */
  version?: string;
}

export function expectPostgres(stack: GoldenManifest, figures: DatabaseFigures): void {
  expect(stack.inputs("aws:rds/instance:Instance", "database")).toMatchObject({
    engine: "postgres",
    engineVersion: figures.version ?? "17",
    instanceClass: figures.class,
    allocatedStorage: figures.storage,
    maxAllocatedStorage: figures.most,
    multiAz: figures.multiAz,
    storageType: "gp3",
    storageEncrypted: true,
    publiclyAccessible: false,
  });
  expect(stack.inputs("aws:rds/parameterGroup:ParameterGroup").parameters).toContainEqual(
    expect.objectContaining({ name: "rds.force_ssl", value: "1" }),
  );
}

export function expectPasswordInSecretsManager(stack: GoldenManifest, service: string, region = "us-east-1"): void {
  const database = stack.inputs("aws:rds/instance:Instance", "database");
  expect([database.manageMasterUserPassword, database.password]).toEqual([true, undefined]);
  const secret = containerOf(stack, service).secrets.find(({ name }: { name: string }) => name === "DATABASE_PASSWORD");
  expect(secret.valueFrom).toMatch(
    new RegExp(`^arn:aws:secretsmanager:${region}:123456789012:secret:rds!db-.*:password::$`),
  );
}

export function expectCache(stack: GoldenManifest, nodeType: string, failsOver: boolean): void {
  expect(stack.inputs("aws:elasticache/replicationGroup:ReplicationGroup")).toMatchObject({
    engine: "redis",
    nodeType,
    transitEncryptionEnabled: true,
    transitEncryptionMode: "required",
    atRestEncryptionEnabled: true,
    authToken: "[secret]",
    multiAzEnabled: failsOver,
    automaticFailoverEnabled: failsOver,
    numCacheClusters: failsOver ? 2 : 1,
  });
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

export function expectLogs(stack: GoldenManifest, days: number): void {
  for (const { name, inputs } of stack.all("aws:cloudwatch/logGroup:LogGroup")) {
    expect([name, inputs["retentionInDays"]]).toEqual([name, days]);
    expect(inputs["kmsKeyId"]).toMatch(ARN_OF_KEY);
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

/** CloudFront everywhere: HTTPS, compression of what it keeps for 30 days, and the rest passed through. */
export function expectCdn(stack: GoldenManifest, cached: Record<string, number>): void {
  const { defaultCacheBehavior, orderedCacheBehaviors, priceClass } = stack.inputs(
    "aws:cloudfront/distribution:Distribution",
  );
  expect(priceClass).toBe("PriceClass_All");
  // The managed policies CachingDisabled and AllViewer, which pass WebSockets through:
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
  expect(defaultCacheBehavior).toMatchObject({
    viewerProtocolPolicy: "redirect-to-https",
    cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    originRequestPolicyId: "216adef6-5c7f-47e4-b989-5492eafa07d3",
  });
  expect(orderedCacheBehaviors).toMatchObject(
    Object.keys(cached).map((pathPattern) => ({
      pathPattern,
      viewerProtocolPolicy: "redirect-to-https",
      compress: true,
    })),
  );
  const kept = stack
    .all("aws:cloudfront/cachePolicy:CachePolicy")
    .map(({ inputs }) => [inputs["defaultTtl"], inputs["maxTtl"]]);
  const asked = Object.values(cached).map((days) => [days * 86_400, days * 86_400]);
  expect(kept.sort()).toEqual(asked.sort());
}

/** The alarms by name, each by its metric, what it compares with, its seconds and how often; the topic is told. */
export function expectAlarms(
  stack: GoldenManifest,
  alarms: Record<string, [metric: string, comparison: ">" | "<", threshold: number, seconds: number, times: number]>,
): void {
  const comparisons = { GreaterThanThreshold: ">", LessThanThreshold: "<" };
  for (const [name, asked] of Object.entries(alarms)) {
    const alarm = stack.inputs("aws:cloudwatch/metricAlarm:MetricAlarm", name);
    const comparison = comparisons[alarm.comparisonOperator as keyof typeof comparisons];
    expect([name, alarm.metricName, comparison, alarm.threshold, alarm.period, alarm.evaluationPeriods]).toEqual([
      name,
      ...asked,
    ]);
    expect(alarm.alarmActions).toEqual([expect.stringMatching(/^arn:aws:sns:[a-z0-9-]+:123456789012:[a-z-]*alarms-/)]);
  }
}

/** What the dashboard shows, by its metrics. */
export function expectDashboard(stack: GoldenManifest, name: string, metrics: [namespace: string, name: string][]) {
  const { dashboardBody } = stack.inputs("aws:cloudwatch/dashboard:Dashboard", name);
  const shown: unknown[][] = JSON.parse(dashboardBody).widgets.flatMap(
    ({ properties }: { properties: { metrics?: unknown[][] } }) => properties.metrics ?? [],
  );
  const names = shown.map(([namespace, metric]) => `${String(namespace)} ${String(metric)}`);
  expect(names).toEqual(expect.arrayContaining(metrics.map((metric) => metric.join(" "))));
}

export interface BackupFigures {
  vault: string;
  copyTo: string;
  /** Plans by name, each with the start of the ARN that it backs up. */
  plans: Record<string, string>;
}

/** AWS Backup each day at 02:00 UTC for 35 days, into a locked vault, and from there into one of a second region. */
export function expectBackup(stack: GoldenManifest, { vault, copyTo, plans }: BackupFigures): void {
  for (const [plan, arn] of Object.entries(plans)) {
    const [rule, ...others] = stack.inputs("aws:backup/plan:Plan", plan).rules;
    expect(others).toEqual([]);
    expect(rule).toMatchObject({
      schedule: "cron(0 2 * * ? *)",
      scheduleExpressionTimezone: "Etc/UTC",
      targetVaultName: vault,
      lifecycle: { deleteAfter: 35 },
      copyActions: [
        {
          destinationVaultArn: `arn:aws:backup:${copyTo}:123456789012:backup-vault:${vault}`,
          lifecycle: { deleteAfter: 35 },
        },
      ],
    });
    const { resources } = stack.inputs("aws:backup/selection:Selection", `${plan}-selection`);
    expect(resources).toEqual([expect.stringMatching(new RegExp(`^${arn}`))]);
  }
  expect(stack.names("aws:backup/plan:Plan").sort()).toEqual(Object.keys(plans).sort());
  const locks = stack
    .all("aws:backup/vaultLockConfiguration:VaultLockConfiguration")
    .map(({ inputs }) => [inputs["region"], inputs["backupVaultName"], inputs["minRetentionDays"]]);
  expect(locks).toHaveLength(2);
  expect(locks).toEqual(
    expect.arrayContaining([
      [undefined, vault, 1],
      [copyTo, vault, 1],
    ]),
  );
}

export interface BucketFigures {
  name: string;
  bucket: string;
  /** Storage classes by the days after which objects move to them. */
  moves: Record<number, string>;
  /** Days after which objects go. Default: never. */
  expires?: number;
}

/** A bucket that is private, encrypted and open to TLS only, and whose old versions go after 90 days. */
export function expectBucket(stack: GoldenManifest, { name, bucket, moves, expires }: BucketFigures): void {
  expect(stack.inputs("aws:s3/bucket:Bucket", name).bucket).toBe(bucket);
  expect(
    stack.inputs("aws:s3/bucketVersioning:BucketVersioning", `${name}-versioning`).versioningConfiguration,
  ).toEqual({ status: "Enabled" });
  expect(stack.inputs("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", `${name}-public-access`)).toMatchObject(
    {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
  );
  const [encryption] = stack.inputs(
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    `${name}-encryption`,
  ).rules;
  expect(encryption.applyServerSideEncryptionByDefault).toEqual({
    sseAlgorithm: "aws:kms",
    kmsMasterKeyId: expect.stringMatching(ARN_OF_KEY),
  });
  const { policy } = stack.inputs("aws:s3/bucketPolicy:BucketPolicy", `${name}-policy`);
  expect(JSON.parse(policy).Statement).toContainEqual(
    expect.objectContaining({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
  );
  const [age, ...others] = stack.inputs(
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    `${name}-lifecycle`,
  ).rules;
  expect(others).toEqual([]);
  expect(age.noncurrentVersionExpiration).toEqual({ noncurrentDays: 90 });
  expect(age.transitions ?? []).toEqual(
    Object.entries(moves).map(([days, storageClass]) => ({ days: Number(days), storageClass })),
  );
  expect(age.expiration.days).toBe(expires);
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

/** The limits in the order in which they are tried, beside managed rules; what CloudFront alone reaches. */
export function expectFirewall(stack: GoldenManifest, limits: [path: string | undefined, limit: number][]): void {
  const rules: FirewallRule[] = stack.inputs("aws:wafv2/webAcl:WebAcl").rules;
  const found = rules.flatMap(({ statement: { rateBasedStatement } }) =>
    rateBasedStatement
      ? [[rateBasedStatement.scopeDownStatement?.byteMatchStatement.searchString, rateBasedStatement.limit]]
      : [],
  );
  expect(found).toEqual(limits);
  expect(rules.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"]),
  );
  expect(stack.inputs("aws:cloudfront/distribution:Distribution").webAclId).toMatch(/:global\/webacl\/firewall-/);
  expect(stack.inputs("aws:lb/loadBalancer:LoadBalancer").internal).toBe(true);
}

interface FirewallRule {
  name: string;
  statement: {
    rateBasedStatement?: { limit: number; scopeDownStatement?: { byteMatchStatement: { searchString: string } } };
  };
}

/** Paths that come from a bucket, each through origin access control, which signs every request. */
export function expectPrivateFiles(stack: GoldenManifest, paths: Record<string, string>): void {
  const { origins, orderedCacheBehaviors } = stack.inputs("aws:cloudfront/distribution:Distribution");
  const control = stack.inputs("aws:cloudfront/originAccessControl:OriginAccessControl");
  expect([control.originAccessControlOriginType, control.signingBehavior]).toEqual(["s3", "always"]);
  for (const [pathPattern, bucket] of Object.entries(paths)) {
    expect(orderedCacheBehaviors).toContainEqual(
      expect.objectContaining({ pathPattern, targetOriginId: `bucket-${bucket}` }),
    );
    expect(origins).toContainEqual({
      domainName: expect.stringMatching(new RegExp(`^${bucket}\\.s3\\.`)),
      originId: `bucket-${bucket}`,
      originAccessControlId: expect.stringMatching(/^E[0-9A-Z]+$/),
    });
    const policies = stack
      .all("aws:s3/bucketPolicy:BucketPolicy")
      .filter(({ inputs }) => inputs["bucket"] === bucket)
      .map(({ inputs }) => JSON.parse(inputs["policy"] as string).Statement as Statement[]);
    const readers = policies.flat().filter(({ Effect }) => Effect === "Allow");
    expect(readers).toMatchObject([
      {
        Principal: { Service: "cloudfront.amazonaws.com" },
        Action: "s3:GetObject",
        Resource: `arn:aws:s3:::${bucket}/*`,
      },
    ]);
  }
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

/** A task of its own with the service's new image, on which the service waits. */
export function expectMigration(stack: GoldenManifest, service: string, command: string[]): void {
  const name = `${service}-migrations`;
  const [run, ...others] = stack.all("pulumi-nodejs:dynamic/operations:OneOffTask");
  expect(others).toEqual([]);
  expect([run?.name, run?.inputs["triggers"]]).toEqual([
    name,
    { command: JSON.stringify(command), image: containerOf(stack, service).image },
  ]);
  expect(containerOf(stack, name)).toMatchObject({ command, image: containerOf(stack, service).image });
  const [serving] = stack.all("aws:ecs/service:Service").filter((resource) => resource.name === service);
  expect(serving?.dependencies).toContain(run?.urn);
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

/** The alarm topic: encrypted with a key of the stack's own, and it tells this address. */
export function expectTopic(stack: GoldenManifest, { region, email }: { region: string; email: string }): void {
  expect(stack.inputs("aws:sns/topic:Topic", "alarms").kmsMasterKeyId).toMatch(ARN_OF_KEY);
  const { endpoint, protocol, topic } = stack.inputs("aws:sns/topicSubscription:TopicSubscription", `alarms-${email}`);
  expect([endpoint, protocol]).toEqual([email, "email"]);
  expect(topic).toMatch(new RegExp(`^arn:aws:sns:${region}:123456789012:alarms-`));
}
