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
export function expectRecords(stack: GoldenManifest, logGroup: string): void {
  const { trafficType, logDestination } = stack.inputs("aws:ec2/flowLog:FlowLog");
  expect([trafficType, logDestination]).toEqual(["ALL", `arn:aws:logs:us-east-1:123456789012:log-group:${logGroup}`]);
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
}

export function expectService(stack: GoldenManifest, figures: ServiceFigures): void {
  const { cpu, memory, networkMode } = stack.inputs("aws:ecs/taskDefinition:TaskDefinition", figures.service);
  expect([cpu, memory, networkMode]).toEqual([figures.cpu, figures.memory, "awsvpc"]);
  const { minCapacity, maxCapacity } = stack.inputs("aws:appautoscaling/target:Target", `${figures.service}-scaling`);
  expect([minCapacity, maxCapacity]).toEqual([figures.min, figures.max]);
  const held = stack.all("aws:appautoscaling/policy:Policy").map(({ inputs }): [string, number] => {
    const target = inputs["targetTrackingScalingPolicyConfiguration"] as {
      predefinedMetricSpecification: { predefinedMetricType: string };
      targetValue: number;
    };
    return [target.predefinedMetricSpecification.predefinedMetricType, target.targetValue];
  });
  expect(Object.fromEntries(held)).toEqual(figures.targets);
  const { subnets } = stack.inputs("aws:ecs/service:Service", figures.service).networkConfiguration;
  expect(new Set(subnets).size).toBe(2);
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
}

export function expectPostgres(stack: GoldenManifest, figures: DatabaseFigures): void {
  const database = stack.inputs("aws:rds/instance:Instance");
  expect(database).toMatchObject({
    engine: "postgres",
    engineVersion: "17",
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

export function expectPasswordInSecretsManager(stack: GoldenManifest, service: string): void {
  const database = stack.inputs("aws:rds/instance:Instance");
  expect([database.manageMasterUserPassword, database.password]).toEqual([true, undefined]);
  const secret = containerOf(stack, service).secrets.find(({ name }: { name: string }) => name === "DATABASE_PASSWORD");
  expect(secret.valueFrom).toMatch(/^arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!db-.*:password::$/);
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
): void {
  const secrets: { name: string; valueFrom: string }[] = containerOf(stack, service).secrets;
  for (const [name, path] of Object.entries(paths)) {
    const { valueFrom = "" } = secrets.find((secret) => secret.name === name) ?? {};
    expect(valueFrom).toMatch(
      new RegExp(`^arn:aws:secretsmanager:us-east-1:123456789012:secret:${path}-[0-9A-Za-z]{6}$`),
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
