import * as pulumi from "@pulumi/pulumi";
import { declare, TEST_ACCOUNT, TEST_REGION } from "../testing/declared";
import { containerTask, type TaskArgs, taskProblems, TRACING_VARIABLES } from ".";

const args: TaskArgs = {
  account: TEST_ACCOUNT,
  region: TEST_REGION,
  namePrefix: "shop-prod",
  vpcId: "vpc-1",
  image: "shop/web:v1",
  size: { cpu: 256, memory: 512 },
  architecture: "arm64",
  environment: { LOG_LEVEL: "info" },
  secrets: {},
  secretSources: [],
  statements: [],
  log: { groupName: "/shop-prod/web", retentionDays: 30, kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/logs" },
  tracing: { samplePercent: 5 },
};

const declareTask = async (more: Partial<TaskArgs> = {}) => {
  const declared = await declare(() => {
    containerTask("web", { ...args, ...more }, new pulumi.ComponentResource("test:index:Parent", "web"), 8000);
  });
  const definition = declared.one("aws:ecs/taskDefinition:TaskDefinition").inputs;
  return { declared, definition, containers: JSON.parse(definition.containerDefinitions) };
};

describe("a task with tracing", () => {
  it("has a collector beside the application that starts first, and whose end is not the task's", async () => {
    const { containers, definition } = await declareTask();

    const [web, collector, ...others] = containers;
    expect(others).toEqual([]);
    expect(web).toMatchObject({
      name: "web",
      essential: true,
      dependsOn: [{ containerName: "collector", condition: "START" }],
    });
    expect(web).not.toHaveProperty("restartPolicy");
    expect(collector).toMatchObject({
      name: "collector",
      image: "public.ecr.aws/aws-observability/aws-otel-collector:v0.48.0",
      essential: false,
      restartPolicy: { enabled: true, restartAttemptPeriod: 60 },
      cpu: 64,
      memory: 128,
      user: "1000:1000",
      privileged: false,
      readonlyRootFilesystem: true,
      portMappings: [],
      linuxParameters: { capabilities: { add: [], drop: ["ALL"] } },
      logConfiguration: { options: { "awslogs-group": "/shop-prod/web", "awslogs-stream-prefix": "collector" } },
    });
    expect([collector.cpu < Number(definition.cpu), collector.memory < Number(definition.memory)]).toEqual([
      true,
      true,
    ]);
  });

  it("tells the application where the collector listens, and no other task's collector can be reached there", async () => {
    const { containers } = await declareTask();

    const [web, collector] = containers;
    const variables = Object.fromEntries(
      web.environment.map(({ name, value }: { name: string; value: string }) => [name, value]),
    );
    expect(variables).toMatchObject({
      LOG_LEVEL: "info",
      OTEL_SERVICE_NAME: "web",
      OTEL_RESOURCE_ATTRIBUTES: "service.namespace=shop-prod",
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318",
      OTEL_TRACES_SAMPLER: "parentbased_traceidratio",
      OTEL_TRACES_SAMPLER_ARG: "0.05",
    });
    const config = JSON.parse(collector.environment[0].value);
    expect(config.receivers.otlp.protocols).toEqual({ http: { endpoint: "127.0.0.1:4318" } });
    expect(config.exporters).toEqual({ awsxray: { region: TEST_REGION } });
    expect(config.processors.memory_limiter.limit_mib).toBeLessThan(collector.memory);
    const { receivers, processors, exporters } = config.service.pipelines.traces;
    expect(Object.keys(config.receivers)).toEqual(receivers);
    expect(Object.keys(config.processors)).toEqual(processors);
    expect(Object.keys(config.exporters)).toEqual(exporters);
  });

  it("may send traces and nothing else for it", async () => {
    const { declared } = await declareTask();

    const policy = declared.one("aws:iam/rolePolicy:RolePolicy", "web-task-policy");
    expect(JSON.parse(policy.inputs.policy).Statement).toEqual([
      {
        Sid: "SendTraces",
        Effect: "Allow",
        Action: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
        Resource: "*",
      },
    ]);
  });
});

describe("a task without tracing", () => {
  it("is one container without variables, rights or order for it", async () => {
    const { declared, containers } = await declareTask({ tracing: undefined });

    expect(containers).toHaveLength(1);
    expect(containers[0]).not.toHaveProperty("dependsOn");
    expect(containers[0].environment).toEqual([{ name: "LOG_LEVEL", value: "info" }]);
    expect(declared.all("aws:iam/rolePolicy:RolePolicy").map(({ name }) => name)).toEqual(["web-execution-policy"]);
  });
});

describe("taskProblems", () => {
  it.each([0, 101])("refuses a share of %p percent", (samplePercent) => {
    expect(taskProblems({ ...args, tracing: { samplePercent } })).toEqual([
      `tracing.samplePercent must be more than 0 and at most 100, got ${samplePercent}`,
    ]);
  });

  it("refuses each variable that tracing sets, and only then", () => {
    for (const variable of TRACING_VARIABLES) {
      const environment = { [variable]: "mine" };
      expect(taskProblems({ ...args, environment })).toEqual([`${variable} is set by tracing; remove it`]);
      expect(taskProblems({ ...args, environment, tracing: undefined })).toEqual([]);
    }
  });
});
