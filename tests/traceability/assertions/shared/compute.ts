import type { GoldenManifest } from "../../../manifest";

const ARN_OF_KEY = /^arn:aws:kms:[a-z0-9-]+:123456789012:key\/[0-9a-f-]{36}$/;

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
