import { readFileSync } from "node:fs";
import { join } from "node:path";
import { declare, TEST_ACCOUNT, TEST_REGION } from "../testing/declared";
import { Worker, type WorkerArgs } from ".";

const LOG_KEY = "arn:aws:kms:us-east-1:123456789012:key/logs";
const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";

const args: WorkerArgs = {
  account: TEST_ACCOUNT,
  region: TEST_REGION,
  namePrefix: "pm-prod",
  cluster: { arn: "arn:aws:ecs:us-east-1:123456789012:cluster/main", name: "main" },
  vpcId: "vpc-1",
  subnetIds: ["subnet-1", "subnet-2"],
  image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/api@sha256:0a1b",
  command: ["celery", "-A", "app", "worker"],
  size: { cpu: 512, memory: 1024 },
  architecture: "x86_64",
  environment: {},
  secrets: {},
  secretSources: [],
  statements: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::uploads/*" }],
  scaling: { min: 2, max: 6, cpuPercent: 70 },
  log: { groupName: "/pm-prod/worker", retentionDays: 30, kmsKeyArn: LOG_KEY },
  alarms: { topicArn: TOPIC, runbookUrl: "https://example.com/runbook" },
};

const worker = (changes: Partial<WorkerArgs> = {}) =>
  declare(() => {
    new Worker("worker", { ...args, ...changes });
  });

type Declared = Awaited<ReturnType<typeof declare>>;

const ecsService = (declared: Declared) => declared.one("aws:ecs/service:Service");
const container = (declared: Declared) =>
  JSON.parse(declared.one("aws:ecs/taskDefinition:TaskDefinition").inputs.containerDefinitions)[0];
const taskStatements = (declared: Declared) =>
  JSON.parse(declared.one("aws:iam/rolePolicy:RolePolicy", "worker-task-policy").inputs.policy).Statement;

describe("Worker", () => {
  it("listens to nobody: no load balancer, no port, no rule that lets anything in", async () => {
    const declared = await worker();

    expect(ecsService(declared).parentName).toBe("worker");
    expect(ecsService(declared).inputs).not.toHaveProperty("loadBalancers");
    expect(ecsService(declared).inputs).not.toHaveProperty("healthCheckGracePeriodSeconds");
    expect(ecsService(declared).inputs.networkConfiguration).toMatchObject({
      subnets: ["subnet-1", "subnet-2"],
      assignPublicIp: false,
    });
    expect(container(declared).portMappings).toEqual([]);
    expect(declared.all("aws:lb/targetGroup:TargetGroup")).toEqual([]);
    expect(declared.all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")).toEqual([]);
    expect(declared.all("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").map(({ inputs }) => inputs)).toEqual(
      [expect.objectContaining({ ipProtocol: "tcp", fromPort: 443, toPort: 443 })],
    );
  });

  it("gives a task two minutes to end its job, unless it is told otherwise", async () => {
    expect(container(await worker()).stopTimeout).toBe(120);
    expect(container(await worker({ stopTimeoutSeconds: 20 })).stopTimeout).toBe(20);
  });

  it("goes back by itself when tasks fail or the log fills with errors", async () => {
    const declared = await worker({ alarms: { ...args.alarms, maxLogErrors: 25 } });

    expect(ecsService(declared).inputs).toMatchObject({
      deploymentCircuitBreaker: { enable: true, rollback: true },
      alarms: { enable: true, rollback: true, alarmNames: ["pm-prod-worker-log-errors"] },
    });
    const alarm = declared.one("aws:cloudwatch/metricAlarm:MetricAlarm");
    expect(alarm.inputs).toMatchObject({ threshold: 25, alarmActions: [TOPIC] });
    const runbook = readFileSync(join(__dirname, "../../docs/runbooks/alarms.md"), "utf8");
    expect(runbook).toContain(`### ${alarm.inputs.alarmDescription.split("#").at(-1)}\n`);
  });

  it("lets the number of tasks follow its targets", async () => {
    const declared = await worker();

    expect(declared.one("aws:appautoscaling/target:Target").inputs).toMatchObject({ minCapacity: 2, maxCapacity: 6 });
    expect(declared.one("aws:appautoscaling/policy:Policy").name).toBe("worker-scale-on-cpu");
  });

  it("may have no task at all", async () => {
    const declared = await worker({ scaling: { min: 0, max: 1, cpuPercent: 70 } });

    expect(ecsService(declared).inputs.desiredCount).toBe(0);
    expect(declared.one("aws:appautoscaling/target:Target").inputs.minCapacity).toBe(0);
  });
});

describe("Worker protection", () => {
  it("is no right of a task unless it is asked for", async () => {
    expect(taskStatements(await worker())).toEqual(args.statements);
  });

  it("reaches the tasks that carry the service's own tag, and no others of the cluster", async () => {
    const declared = await worker({ taskProtection: true });

    expect(taskStatements(declared)).toEqual([
      ...args.statements,
      {
        Sid: "ProtectOwnTasks",
        Effect: "Allow",
        Action: ["ecs:GetTaskProtection", "ecs:UpdateTaskProtection"],
        Resource: "arn:aws:ecs:us-east-1:123456789012:task/main/*",
        Condition: { StringEquals: { "aws:ResourceTag/service": "pm-prod-worker" } },
      },
    ]);
    expect(ecsService(declared).inputs).toMatchObject({
      tags: { service: "pm-prod-worker" },
      propagateTags: "SERVICE",
    });
  });
});

describe("Worker health", () => {
  it("is its process unless a command says more", async () => {
    expect(container(await worker())).not.toHaveProperty("healthCheck");
  });

  it("is asked by a command inside the container, without a shell", async () => {
    const declared = await worker({
      containerHealth: {
        command: ["celery", "inspect", "ping"],
        intervalSeconds: 60,
        timeoutSeconds: 20,
        retries: 3,
        startPeriodSeconds: 90,
      },
    });

    expect(container(declared).healthCheck).toEqual({
      command: ["CMD", "celery", "inspect", "ping"],
      interval: 60,
      timeout: 20,
      retries: 3,
      startPeriod: 90,
    });
  });
});

describe("Worker bad input", () => {
  const health = { command: ["true"], intervalSeconds: 30, timeoutSeconds: 5, retries: 3, startPeriodSeconds: 0 };
  const invalid: [string, Partial<WorkerArgs>, string][] = [
    ["a size that Fargate lacks", { size: { cpu: 256, memory: 4096 } }, "size.memory must be 512, 1024 or 2048 MiB"],
    ["too long a farewell", { stopTimeoutSeconds: 121 }, "stopTimeoutSeconds must be a whole number from 2 to 120"],
    ["fewer tasks than none", { scaling: { min: -1, max: 2, cpuPercent: 70 } }, "scaling.min must be a whole number"],
    ["a check of nothing", { containerHealth: { ...health, command: [] } }, "containerHealth.command must name"],
    ["too rare a check", { containerHealth: { ...health, intervalSeconds: 301 } }, "from 5 to 300, got 301"],
    ["too patient a check", { containerHealth: { ...health, timeoutSeconds: 61 } }, "from 2 to 60, got 61"],
    ["too many tries", { containerHealth: { ...health, retries: 11 } }, "from 1 to 10, got 11"],
    ["too slow a start", { containerHealth: { ...health, startPeriodSeconds: 301 } }, "from 0 to 300, got 301"],
  ];

  it.each(invalid)("refuses %s before it creates anything", async (_what, changes, message) => {
    const declared = await declare(() => {
      expect(() => new Worker("worker", { ...args, ...changes })).toThrow(message);
    });
    expect(declared.recording.resources.filter(({ custom }) => custom)).toEqual([]);
  });
});

describe("Worker backlog", () => {
  const waiting = {
    namespace: "AWS/SQS",
    name: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: "pm-prod-jobs" },
    statistic: "Maximum",
  } as const;
  const scaling = { min: 1, max: 20, backlog: { waiting, perTask: 100 } };

  it("is shared out among the tasks that run; without any it is the first one's", async () => {
    const declared = await worker({ scaling });

    const dimensions = [
      { name: "ClusterName", value: "main" },
      { name: "ServiceName", value: ecsService(declared).outputs.name },
    ];
    const policy = declared.one("aws:appautoscaling/policy:Policy");
    expect(policy.name).toBe("worker-scale-on-backlog");
    expect(policy.inputs.targetTrackingScalingPolicyConfiguration).toEqual({
      customizedMetricSpecification: {
        metrics: [
          {
            id: "waiting",
            metricStat: {
              metric: {
                namespace: "AWS/SQS",
                metricName: "ApproximateNumberOfMessagesVisible",
                dimensions: [{ name: "QueueName", value: "pm-prod-jobs" }],
              },
              stat: "Maximum",
            },
            returnData: false,
          },
          {
            id: "running",
            metricStat: {
              metric: { namespace: "ECS/ContainerInsights", metricName: "RunningTaskCount", dimensions },
              stat: "Average",
            },
            returnData: false,
          },
          {
            id: "result",
            expression: "IF(FILL(running, 0) > 0, waiting / running, waiting)",
            label: "Backlog per task",
            returnData: true,
          },
        ],
      },
      targetValue: 100,
      scaleOutCooldown: 60,
      scaleInCooldown: 300,
    });
  });

  it("wakes a worker without tasks by an alarm of its own, which tells nobody", async () => {
    const declared = await worker({ scaling: { ...scaling, min: 0 } });

    const wakeUp = declared.one("aws:appautoscaling/policy:Policy", "worker-wake-up");
    expect(wakeUp.inputs).toMatchObject({
      policyType: "StepScaling",
      resourceId: `service/main/${ecsService(declared).outputs.name}`,
      stepScalingPolicyConfiguration: {
        adjustmentType: "ChangeInCapacity",
        cooldown: 180,
        stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }],
      },
    });
    const alarm = declared.one("aws:cloudwatch/metricAlarm:MetricAlarm", "worker-wake-up").inputs;
    expect(alarm).toMatchObject({
      name: "pm-prod-worker-wake-up",
      threshold: 0,
      comparisonOperator: "GreaterThanThreshold",
      alarmActions: [wakeUp.outputs.arn],
    });
    expect(alarm.metricQueries[0].expression).toBe("IF(FILL(running, 0) > 0, 0, waiting)");
    expect(alarm).not.toHaveProperty("okActions");
  });

  it("needs no waking where a task always runs", async () => {
    expect((await worker({ scaling })).all("aws:appautoscaling/policy:Policy")).toHaveLength(1);
  });

  it("of less than one piece a task is refused", async () => {
    await declare(() => {
      const none = { ...scaling, backlog: { waiting, perTask: 0 } };
      expect(() => new Worker("worker", { ...args, scaling: none })).toThrow("scaling.backlog.perTask must be a whole");
    });
  });
});

describe("Worker office hours", () => {
  it("have its tasks, within its bounds; outside there is none", async () => {
    const officeHours = { days: ["MON", "FRI"], from: "08:00", to: "19:00", timeZone: "Asia/Kolkata" };
    const declared = await worker({ scaling: { ...args.scaling, officeHours } });

    const target = {
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: `service/main/${ecsService(declared).outputs.name}`,
      timezone: "Asia/Kolkata",
    };
    const action = (role: string) => declared.one("aws:appautoscaling/scheduledAction:ScheduledAction", role).inputs;
    expect(action("worker-office-opens")).toEqual({
      ...target,
      schedule: "cron(0 8 ? * MON,FRI *)",
      scalableTargetAction: { minCapacity: 2, maxCapacity: 6 },
    });
    expect(action("worker-office-closes")).toEqual({
      ...target,
      schedule: "cron(0 19 ? * MON,FRI *)",
      scalableTargetAction: { minCapacity: 0, maxCapacity: 0 },
    });
    expect((await worker()).all("aws:appautoscaling/scheduledAction:ScheduledAction")).toEqual([]);
  });
});

describe("Worker capacity", () => {
  it("is Spot alone where the stack saves", async () => {
    expect(ecsService(await worker({ spotOnly: true })).inputs.capacityProviderStrategies).toEqual([
      { capacityProvider: "FARGATE_SPOT", base: 0, weight: 1 },
    ]);
  });
});
