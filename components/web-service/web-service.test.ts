import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LogGroup } from "../log-group";
import { declare, TEST_ACCOUNT, TEST_REGION } from "../testing/declared";
import { WebService, type WebServiceArgs } from ".";

const REPOSITORY = "arn:aws:ecr:us-east-1:123456789012:repository/api";
const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:pm-prod/jwt-AbCdEf";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/secrets";
const LOG_KEY = "arn:aws:kms:us-east-1:123456789012:key/logs";
const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";
const LISTENER = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/web/1/2";

const args: WebServiceArgs = {
  account: TEST_ACCOUNT,
  region: TEST_REGION,
  namePrefix: "pm-prod",
  cluster: { arn: "arn:aws:ecs:us-east-1:123456789012:cluster/main", name: "main" },
  vpcId: "vpc-1",
  subnetIds: ["subnet-1", "subnet-2"],
  image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/api@sha256:0a1b",
  repositoryArn: REPOSITORY,
  size: { cpu: 4096, memory: 8192 },
  architecture: "arm64",
  port: 8000,
  environment: { LOG_LEVEL: "info" },
  secrets: { JWT_SECRET_KEY: SECRET },
  secretSources: [{ secretArn: SECRET, kmsKeyArn: KEY }],
  statements: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::uploads/*" }],
  route: { listenerArn: LISTENER, priority: 100, paths: ["/api/*"] },
  loadBalancerArnSuffix: "app/web/1",
  health: {
    path: "/health/ready",
    gracePeriodSeconds: 90,
    intervalSeconds: 30,
    timeoutSeconds: 5,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
    statusCodes: "200",
  },
  scaling: { min: 3, max: 15, cpuPercent: 70 },
  rollbackAlarms: { alarmTopicArn: TOPIC, runbookUrl: "https://example.com/runbook" },
  log: { groupName: "/pm-prod/api", retentionDays: 30, kmsKeyArn: LOG_KEY },
};

const service = (changes: Partial<WebServiceArgs> = {}) =>
  declare(() => {
    new WebService("api", { ...args, ...changes });
  });

type Declared = Awaited<ReturnType<typeof declare>>;

const ecsService = (declared: Declared) => declared.one("aws:ecs/service:Service");
const taskDefinition = (declared: Declared) => declared.one("aws:ecs/taskDefinition:TaskDefinition");
const container = (declared: Declared) => JSON.parse(taskDefinition(declared).inputs.containerDefinitions)[0];
const role = (declared: Declared, name: string) => declared.one("aws:iam/role:Role", name);
const statements = (declared: Declared, name: string) =>
  JSON.parse(declared.one("aws:iam/rolePolicy:RolePolicy", name).inputs.policy).Statement;
const tmpfsPaths = (declared: Declared) =>
  container(declared).linuxParameters.tmpfs.map((mount: { containerPath: string }) => mount.containerPath);

describe("WebService network", () => {
  it("lets tasks out by HTTPS and to nothing else, and nothing in", async () => {
    const declared = await service();

    const group = declared.one("aws:ec2/securityGroup:SecurityGroup");
    expect(group.name).toBe("api");
    expect(group.inputs.vpcId).toBe("vpc-1");
    expect(declared.all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")).toEqual([]);
    const egress = declared.one("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    expect(egress.name).toBe("api-egress-https");
    expect(egress.inputs).toEqual({
      securityGroupId: group.outputs.id,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
      description: "api to AWS and others by HTTPS",
    });
  });

  it("runs tasks in the given subnets without public addresses", async () => {
    const declared = await service();

    expect(ecsService(declared).inputs.networkConfiguration).toEqual({
      subnets: ["subnet-1", "subnet-2"],
      securityGroups: [declared.one("aws:ec2/securityGroup:SecurityGroup").outputs.id],
      assignPublicIp: false,
    });
  });
});

describe("WebService roles", () => {
  it("can only be assumed by tasks of this account", async () => {
    const declared = await service();

    for (const name of ["api-execution", "api-task"]) {
      const [trust] = JSON.parse(role(declared, name).inputs.assumeRolePolicy).Statement;
      expect(trust.Principal).toEqual({ Service: "ecs-tasks.amazonaws.com" });
      expect(trust.Condition).toEqual({ StringEquals: { "aws:SourceAccount": TEST_ACCOUNT } });
    }
  });

  it("starts tasks with exactly this log, repository, secret and key", async () => {
    const declared = await service();

    expect(statements(declared, "api-execution-policy")).toEqual([
      {
        Sid: "WriteLog",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: "arn:aws:logs:us-east-1:123456789012:log-group:/pm-prod/api:*",
      },
      { Sid: "LogInToRegistry", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
      {
        Sid: "PullImage",
        Effect: "Allow",
        Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        Resource: REPOSITORY,
      },
      { Sid: "ReadSecrets", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: [SECRET] },
      {
        Sid: "DecryptSecrets",
        Effect: "Allow",
        Action: "kms:Decrypt",
        Resource: [KEY],
        Condition: {
          StringEquals: {
            "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com",
            "kms:EncryptionContext:SecretARN": [
              "arn:aws:secretsmanager:us-east-1:123456789012:secret:pm-prod/jwt-AbCdEf",
            ],
          },
        },
      },
    ]);
  });

  it("grants neither registry nor secrets to a service that uses none", async () => {
    const declared = await service({ repositoryArn: undefined, secrets: {}, secretSources: [] });

    const sids = statements(declared, "api-execution-policy").map(({ Sid }: { Sid: string }) => Sid);
    expect(sids).toEqual(["WriteLog"]);
  });

  it("grants a secret and a key once, however many variables come from them", async () => {
    const declared = await service({
      secretSources: [
        { secretArn: SECRET, kmsKeyArn: KEY },
        { secretArn: `${SECRET}2`, kmsKeyArn: KEY },
        { secretArn: SECRET, kmsKeyArn: KEY },
      ],
    });

    const [, , , secrets, keys] = statements(declared, "api-execution-policy");
    expect(secrets.Resource).toEqual([SECRET, `${SECRET}2`]);
    expect(keys.Resource).toEqual([KEY]);
  });

  it("gives the code its own grants and no others", async () => {
    const declared = await service();

    expect(statements(declared, "api-task-policy")).toEqual(args.statements);
    expect(declared.one("aws:iam/rolePolicy:RolePolicy", "api-task-policy").inputs.role).toBe(
      role(declared, "api-task").outputs.name,
    );
  });

  it("makes no policy for code that needs nothing", async () => {
    const declared = await service({ statements: [] });

    expect(declared.all("aws:iam/rolePolicy:RolePolicy").map(({ name }) => name)).toEqual(["api-execution-policy"]);
  });
});

describe("WebService task definition", () => {
  it("has a fixed family, the given size and processor, two roles, and keeps former revisions", async () => {
    const declared = await service();

    const { containerDefinitions: _containers, ...inputs } = taskDefinition(declared).inputs;
    expect(inputs).toEqual({
      family: "pm-prod-api",
      cpu: "4096",
      memory: "8192",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
      executionRoleArn: role(declared, "api-execution").outputs.arn,
      taskRoleArn: role(declared, "api-task").outputs.arn,
      skipDestroy: true,
    });
  });

  it("runs one container as somebody, with a read-only root and a quarter of the memory for /tmp", async () => {
    const declared = await service();

    expect(container(declared)).toMatchObject({
      name: "api",
      image: args.image,
      user: "1000:1000",
      readonlyRootFilesystem: true,
      stopTimeout: 30,
      environment: [{ name: "LOG_LEVEL", value: "info" }],
      secrets: [{ name: "JWT_SECRET_KEY", valueFrom: SECRET }],
      linuxParameters: { tmpfs: [{ containerPath: "/tmp", size: 2048 }] },
    });
  });

  it("mounts nothing over a root file system that can be written", async () => {
    expect(tmpfsPaths(await service({ readonlyRootFilesystem: false }))).toEqual([]);
  });

  it("is known in a first preview, unless a variable is not", async () => {
    const declared = await declare(() => {
      new WebService("api", args);
    }, "preview");

    expect(container(declared).logConfiguration.options["awslogs-group"]).toBe("/pm-prod/api");
    expect(statements(declared, "api-execution-policy")).toHaveLength(5);
  });
});

describe("WebService sessions", () => {
  const exec = { logGroupName: "/pm-prod/exec", kmsKeyArn: LOG_KEY };

  it("are closed unless they are asked for", async () => {
    const declared = await service();

    expect(ecsService(declared).inputs.enableExecuteCommand).toBe(false);
    expect(JSON.stringify(statements(declared, "api-task-policy"))).not.toContain("ssmmessages");
    expect(tmpfsPaths(declared)).toEqual(["/tmp"]);
  });

  it("open with their own rights, recorded in the cluster's log group, over a read-only root", async () => {
    const declared = await service({ exec, statements: [] });

    expect(ecsService(declared).inputs.enableExecuteCommand).toBe(true);
    expect(tmpfsPaths(declared)).toEqual(["/tmp", "/var/lib/amazon/ssm", "/var/log/amazon/ssm"]);
    expect(statements(declared, "api-task-policy")).toEqual([
      {
        Sid: "OpenSession",
        Effect: "Allow",
        Action: [
          "ssmmessages:CreateControlChannel",
          "ssmmessages:CreateDataChannel",
          "ssmmessages:OpenControlChannel",
          "ssmmessages:OpenDataChannel",
        ],
        Resource: "*",
      },
      { Sid: "FindSessionLog", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
      {
        Sid: "RecordSession",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        Resource: "arn:aws:logs:us-east-1:123456789012:log-group:/pm-prod/exec:*",
      },
      { Sid: "DecryptSession", Effect: "Allow", Action: "kms:Decrypt", Resource: LOG_KEY },
    ]);
  });
});

describe("WebService routing", () => {
  it("checks tasks by their own path and lets them finish", async () => {
    const declared = await service();

    const targets = declared.one("aws:lb/targetGroup:TargetGroup");
    expect(targets.name).toBe("api");
    expect(targets.inputs).toEqual({
      vpcId: "vpc-1",
      targetType: "ip",
      protocol: "HTTP",
      port: 8000,
      healthCheck: {
        enabled: true,
        path: "/health/ready",
        protocol: "HTTP",
        port: "traffic-port",
        interval: 30,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 3,
        matcher: "200",
      },
      stickiness: { enabled: false, type: "lb_cookie" },
      deregistrationDelay: 30,
    });
    expect(ecsService(declared).inputs.loadBalancers).toEqual([
      { targetGroupArn: targets.outputs.arn, containerName: "api", containerPort: 8000 },
    ]);
    expect(ecsService(declared).inputs.healthCheckGracePeriodSeconds).toBe(90);
  });

  it("takes the paths of the route, and only then the service is made", async () => {
    const declared = await service();

    const rule = declared.one("aws:lb/listenerRule:ListenerRule");
    expect(rule.inputs).toEqual({
      listenerArn: LISTENER,
      priority: 100,
      conditions: [{ pathPattern: { values: ["/api/*"] } }],
      actions: [{ type: "forward", targetGroupArn: declared.one("aws:lb/targetGroup:TargetGroup").outputs.arn }],
    });
    expect(ecsService(declared).dependencies).toContain(rule.urn);
  });

  it("takes hosts too, and keeps a client with its task", async () => {
    const declared = await service({
      route: { ...args.route, hosts: ["api.example.com"], stickinessSeconds: 86400 },
    });

    expect(declared.one("aws:lb/listenerRule:ListenerRule").inputs.conditions).toEqual([
      { pathPattern: { values: ["/api/*"] } },
      { hostHeader: { values: ["api.example.com"] } },
    ]);
    expect(declared.one("aws:lb/targetGroup:TargetGroup").inputs.stickiness).toEqual({
      enabled: true,
      type: "lb_cookie",
      cookieDuration: 86400,
    });
  });
});

describe("WebService deployment", () => {
  it("replaces tasks one for one, goes back when they fail or users see errors, and waits for the end", async () => {
    const declared = await service();

    expect(ecsService(declared).parentName).toBe("api");
    expect(ecsService(declared).inputs).toMatchObject({
      cluster: args.cluster.arn,
      taskDefinition: taskDefinition(declared).outputs.arn,
      platformVersion: "LATEST",
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      alarms: {
        enable: true,
        rollback: true,
        alarmNames: ["pm-prod-api-rollback-server-errors", "pm-prod-api-rollback-latency"],
      },
      availabilityZoneRebalancing: "ENABLED",
      forceNewDeployment: true,
      waitForSteadyState: true,
      sigintRollback: true,
      propagateTags: "SERVICE",
      enableEcsManagedTags: true,
    });
  });

  it("fails the update unless that version runs at the end, whatever about the service has changed", async () => {
    const declared = await service();

    const check = declared.one("pulumi-nodejs:dynamic/operations:DeploymentCheck");
    const { __provider, settings, ...inputs } = check.inputs;
    expect([check.name, check.parentName]).toEqual(["api-deployment", "api"]);
    expect(check.dependencies).toContain(ecsService(declared).urn);
    expect(inputs).toEqual({
      region: TEST_REGION,
      clusterArn: args.cluster.arn,
      serviceName: ecsService(declared).outputs.name,
      taskDefinitionArn: taskDefinition(declared).outputs.arn,
      timeoutMinutes: 20,
    });
    expect(__provider).toContain(".operations.deploymentCheck;");
    expect(settings).toMatch(/^[0-9a-f]{16}$/);
    const other = await service({ subnetIds: ["subnet-1", "subnet-3"] });
    expect(other.one("pulumi-nodejs:dynamic/operations:DeploymentCheck").inputs.settings).not.toBe(settings);
  });

  it("waits for what must have succeeded before a new version starts", async () => {
    const declared = await declare(() => {
      const migration = new LogGroup("migration", { logGroupName: "/m", retentionDays: 1, kmsKeyArn: LOG_KEY });
      new WebService("api", { ...args, after: [migration] });
    });

    const migration = declared.one("aws:cloudwatch/logGroup:LogGroup", "migration");
    expect(ecsService(declared).dependencies).toContain(migration.urn);
  });

  it("starts no task before its rights and its log are there", async () => {
    const declared = await service();

    const before = [
      declared.one("aws:cloudwatch/logGroup:LogGroup"),
      declared.one("aws:iam/rolePolicy:RolePolicy", "api-execution-policy"),
      declared.one("aws:iam/rolePolicy:RolePolicy", "api-task-policy"),
    ];
    expect(ecsService(declared).dependencies).toEqual(expect.arrayContaining(before.map(({ urn }) => urn)));
  });

  it("cannot rebalance zones where there is no room for one more task", async () => {
    const declared = await service({ deployment: { minimumHealthyPercent: 0, maximumPercent: 100 } });

    expect(ecsService(declared).inputs).toMatchObject({
      deploymentMinimumHealthyPercent: 0,
      deploymentMaximumPercent: 100,
      availabilityZoneRebalancing: "DISABLED",
    });
  });

  it("watches its own targets, with the limits it is given", async () => {
    const declared = await service({
      rollbackAlarms: { ...args.rollbackAlarms, maxServerErrors: 20, p95Seconds: 1.5 },
    });

    const { arnSuffix } = declared.one("aws:lb/targetGroup:TargetGroup").outputs;
    const dimensions = { LoadBalancer: "app/web/1", TargetGroup: arnSuffix };
    const [errors, latency] = declared.all("aws:cloudwatch/metricAlarm:MetricAlarm");
    expect(errors?.inputs).toMatchObject({
      metricName: "HTTPCode_Target_5XX_Count",
      statistic: "Sum",
      threshold: 20,
      period: 300,
      evaluationPeriods: 1,
      dimensions,
      alarmActions: [TOPIC],
    });
    expect(latency?.inputs).toMatchObject({
      metricName: "TargetResponseTime",
      extendedStatistic: "p95",
      threshold: 1.5,
      period: 60,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      dimensions,
    });
  });

  it("has a section of the runbook for both alarms", async () => {
    const declared = await service();

    const runbook = readFileSync(join(__dirname, "../../docs/runbooks/alarms.md"), "utf8");
    for (const { inputs } of declared.all("aws:cloudwatch/metricAlarm:MetricAlarm")) {
      expect(runbook).toContain(`### ${inputs.alarmDescription.split("#").at(-1)}\n`);
    }
  });
});

describe("WebService that moves requests", () => {
  const canary: Partial<WebServiceArgs> = {
    deployment: {
      strategy: "canary",
      canaryPercent: 5,
      canaryMinutes: 15,
      bakeMinutes: 30,
      pause: { stage: "postScaleUp", timeoutMinutes: 120, onTimeout: "rollback" },
    },
    testRoute: { listenerArn: LISTENER, priority: 7, header: { name: "X-Release", value: "candidate" } },
  };
  const groups = (declared: Declared) =>
    ["api", "api-alternate"].map((name) => declared.one("aws:lb/targetGroup:TargetGroup", name));

  it("has two equal target groups, and rules whose weights it leaves to ECS", async () => {
    const declared = await service(canary);

    const [blue, green] = groups(declared);
    expect(green?.inputs).toEqual(blue?.inputs);
    const actions = [
      {
        type: "forward",
        forward: {
          targetGroups: [
            { arn: blue?.outputs.arn, weight: 100 },
            { arn: green?.outputs.arn, weight: 0 },
          ],
        },
      },
    ];
    const rule = declared.one("aws:lb/listenerRule:ListenerRule", "api");
    expect(rule.inputs).toEqual({
      listenerArn: LISTENER,
      priority: 100,
      conditions: [{ pathPattern: { values: ["/api/*"] } }],
      actions,
    });
    const test = declared.one("aws:lb/listenerRule:ListenerRule", "api-test");
    expect(test.inputs).toEqual({
      listenerArn: LISTENER,
      priority: 7,
      conditions: [
        { pathPattern: { values: ["/api/*"] } },
        { httpHeader: { httpHeaderName: "X-Release", values: ["candidate"] } },
      ],
      actions,
    });
    for (const { options } of [rule, test]) expect(options.ignoreChanges).toEqual(["actions"]);
  });

  it("has both rules go before one of them comes anew, at another load balancer", async () => {
    const declared = await service(canary);

    const rule = declared.one("aws:lb/listenerRule:ListenerRule", "api");
    const test = declared.one("aws:lb/listenerRule:ListenerRule", "api-test");
    for (const { options } of [rule, test]) expect(options.deleteBeforeReplace).toBe(true);
    expect(test.propertyDependencies.listenerArn).toContain(rule.urn);
  });

  it("tells ECS what to move, how fast, and when to wait for a person", async () => {
    const declared = await service(canary);

    const [blue, green] = groups(declared);
    const { inputs, options, dependencies } = ecsService(declared);
    expect(inputs.loadBalancers).toEqual([
      {
        targetGroupArn: blue?.outputs.arn,
        containerName: "api",
        containerPort: 8000,
        advancedConfiguration: {
          alternateTargetGroupArn: green?.outputs.arn,
          productionListenerRule: declared.one("aws:lb/listenerRule:ListenerRule", "api").outputs.arn,
          testListenerRule: declared.one("aws:lb/listenerRule:ListenerRule", "api-test").outputs.arn,
          roleArn: role(declared, "api-traffic").outputs.arn,
        },
      },
    ]);
    expect(inputs.deploymentConfiguration).toEqual({
      strategy: "CANARY",
      bakeTimeInMinutes: "30",
      canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: "15" },
      lifecycleHooks: [
        {
          targetType: "PAUSE",
          lifecycleStages: ["POST_SCALE_UP"],
          timeoutConfiguration: { action: "ROLLBACK", timeoutInMinutes: "120" },
        },
      ],
    });
    // 20 for the tasks, 15 for the canary, 30 to bake, 120 for the person.
    expect(options.customTimeouts).toEqual({ create: "185m", update: "185m" });
    expect(declared.one("pulumi-nodejs:dynamic/operations:DeploymentCheck").inputs.timeoutMinutes).toBe(185);
    expect(dependencies).toContain(declared.one("aws:iam/rolePolicy:RolePolicy", "api-traffic-policy").urn);
  });

  it("lets ECS change these rules and groups, and no others", async () => {
    const declared = await service(canary);

    const [trust] = JSON.parse(role(declared, "api-traffic").inputs.assumeRolePolicy).Statement;
    expect(trust.Principal).toEqual({ Service: "ecs.amazonaws.com" });
    const arns = (type: string, names: string[]) => names.map((name) => declared.one(type, name).outputs.arn);
    expect(statements(declared, "api-traffic-policy")).toEqual([
      {
        Sid: "ReadRouting",
        Effect: "Allow",
        Action: [
          "elasticloadbalancing:DescribeListeners",
          "elasticloadbalancing:DescribeRules",
          "elasticloadbalancing:DescribeTargetGroups",
          "elasticloadbalancing:DescribeTargetHealth",
        ],
        Resource: "*",
      },
      {
        Sid: "RegisterTasks",
        Effect: "Allow",
        Action: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"],
        Resource: arns("aws:lb/targetGroup:TargetGroup", ["api", "api-alternate"]),
      },
      {
        Sid: "MoveRequests",
        Effect: "Allow",
        Action: "elasticloadbalancing:ModifyRule",
        Resource: arns("aws:lb/listenerRule:ListenerRule", ["api", "api-test"]),
      },
    ]);
  });

  it("goes back at trouble in either set of tasks", async () => {
    const declared = await service(canary);

    const suffixes = groups(declared).map(({ outputs }) => outputs.arnSuffix);
    const watched = declared
      .all("aws:cloudwatch/metricAlarm:MetricAlarm")
      .map(({ inputs }) => [inputs.name, inputs.dimensions.TargetGroup]);
    expect(Object.fromEntries(watched)).toEqual({
      "pm-prod-api-rollback-server-errors": suffixes[0],
      "pm-prod-api-rollback-latency": suffixes[0],
      "pm-prod-api-rollback-server-errors-alternate": suffixes[1],
      "pm-prod-api-rollback-latency-alternate": suffixes[1],
    });
    expect([...ecsService(declared).inputs.alarms.alarmNames].sort()).toEqual(watched.map(([name]) => name).sort());
  });

  it("scales on the requests of both sets, one of which is idle", async () => {
    const declared = await service({ ...canary, scaling: { min: 3, max: 15, requestsPerTarget: 800 } });

    const [blue, green] = groups(declared).map(({ outputs }) => outputs.arnSuffix);
    const group = (id: string, value: string) => ({
      id,
      metricStat: {
        metric: {
          namespace: "AWS/ApplicationELB",
          metricName: "RequestCountPerTarget",
          dimensions: [
            { name: "LoadBalancer", value: "app/web/1" },
            { name: "TargetGroup", value },
          ],
        },
        stat: "Sum",
      },
      returnData: false,
    });
    expect(declared.one("aws:appautoscaling/policy:Policy").inputs.targetTrackingScalingPolicyConfiguration).toEqual({
      customizedMetricSpecification: {
        metrics: [
          group("group0", blue),
          group("group1", green),
          {
            id: "result",
            label: "Requests per task",
            expression: "FILL(group0, 0) + FILL(group1, 0)",
            returnData: true,
          },
        ],
      },
      targetValue: 800,
      scaleOutCooldown: 60,
      scaleInCooldown: 300,
    });
  });

  it("needs no test route, and neither role nor second group when it replaces task by task", async () => {
    const blueGreen = await service({ deployment: { strategy: "blueGreen" } });
    const [loadBalancer] = ecsService(blueGreen).inputs.loadBalancers;
    expect(loadBalancer.advancedConfiguration).not.toHaveProperty("testListenerRule");
    expect(ecsService(blueGreen).inputs.deploymentConfiguration).toEqual({
      strategy: "BLUE_GREEN",
      bakeTimeInMinutes: "10",
    });

    const rolling = await service();
    expect(rolling.all("aws:lb/targetGroup:TargetGroup")).toHaveLength(1);
    expect(rolling.all("aws:iam/role:Role").map(({ name }) => name)).toEqual(["api-execution", "api-task"]);
    expect(ecsService(rolling).inputs.deploymentConfiguration).toEqual({ strategy: "ROLLING" });
    expect(ecsService(rolling).options.customTimeouts).toBeUndefined();
  });
});

describe("WebService scaling", () => {
  it("owns the number of tasks, of which the service only names the first", async () => {
    const declared = await service();

    expect(ecsService(declared).inputs.desiredCount).toBe(3);
    expect(ecsService(declared).options.ignoreChanges).toEqual(["desiredCount"]);
    expect(declared.one("aws:appautoscaling/target:Target").inputs).toEqual({
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: `service/main/${ecsService(declared).outputs.name}`,
      minCapacity: 3,
      maxCapacity: 15,
    });
  });

  it("follows each target that is given, and no other", async () => {
    const declared = await service({
      scaling: { min: 3, max: 15, cpuPercent: 70, memoryPercent: 75, requestsPerTarget: 800 },
    });

    const { arnSuffix } = declared.one("aws:lb/targetGroup:TargetGroup").outputs;
    const cooldown = { scaleOutCooldown: 60, scaleInCooldown: 300 };
    const policies = declared.all("aws:appautoscaling/policy:Policy");
    expect(policies.map(({ name, inputs }) => [name, inputs.targetTrackingScalingPolicyConfiguration])).toEqual([
      [
        "api-scale-on-cpu",
        {
          predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
          targetValue: 70,
          ...cooldown,
        },
      ],
      [
        "api-scale-on-memory",
        {
          predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageMemoryUtilization" },
          targetValue: 75,
          ...cooldown,
        },
      ],
      [
        "api-scale-on-requests",
        {
          predefinedMetricSpecification: {
            predefinedMetricType: "ALBRequestCountPerTarget",
            resourceLabel: `app/web/1/${arnSuffix}`,
          },
          targetValue: 800,
          ...cooldown,
        },
      ],
    ]);
    expect((await service()).all("aws:appautoscaling/policy:Policy").map(({ name }) => name)).toEqual([
      "api-scale-on-cpu",
    ]);
  });

  it("keeps the least number of tasks on demand, and gives Spot its share of the rest", async () => {
    expect(ecsService(await service()).inputs.capacityProviderStrategies).toEqual([
      { capacityProvider: "FARGATE", base: 0, weight: 1 },
    ]);
    expect(ecsService(await service({ spotShare: 60 })).inputs.capacityProviderStrategies).toEqual([
      { capacityProvider: "FARGATE", base: 3, weight: 40 },
      { capacityProvider: "FARGATE_SPOT", base: 0, weight: 60 },
    ]);
  });
});

describe("WebService bad input", () => {
  const invalid: [string, Partial<WebServiceArgs>, string][] = [
    ["a size that Fargate lacks", { size: { cpu: 256, memory: 4096 } }, "size.memory must be 512, 1024 or 2048 MiB"],
    ["a variable given twice", { secrets: { LOG_LEVEL: SECRET } }, "LOG_LEVEL is both in environment and in secrets"],
    ["a port out of range", { port: 0 }, "port must be a whole number from 1 to 65535, got 0"],
    ["a path without a slash", { route: { ...args.route, paths: ["api"] } }, 'begin with a slash, got "api"'],
    ["no path", { route: { ...args.route, paths: [] } }, "route.paths must name at least one path"],
    [
      "too many conditions",
      {
        route: { ...args.route, paths: ["/a", "/b", "/c"], hosts: ["a.example.com", "b.example.com", "c.example.com"] },
      },
      "may have five values together, got 6",
    ],
    ["a priority out of range", { route: { ...args.route, priority: 0 } }, "route.priority must be a whole number"],
    [
      "a health path without a slash",
      { health: { ...args.health, path: "up" } },
      "health.path must begin with a slash",
    ],
    [
      "a check that outlasts its interval",
      { health: { ...args.health, timeoutSeconds: 30 } },
      "health.timeoutSeconds must be less than health.intervalSeconds, got 30 and 30",
    ],
    [
      "min above max",
      { scaling: { min: 4, max: 2, cpuPercent: 70 } },
      "scaling.min must not be above scaling.max, got 4 and 2",
    ],
    [
      "room to scale but no reason",
      { scaling: { min: 1, max: 2 } },
      "scaling must have cpuPercent, memoryPercent, requests",
    ],
    ["a share above 100", { spotShare: 101 }, "spotShare must be a whole number from 0 to 100, got 101"],
    [
      "a canary's share of a rolling deployment",
      { deployment: { canaryPercent: 5 } },
      "deployment.canaryPercent has no meaning with the strategy rolling",
    ],
    [
      "a step that would never end",
      { deployment: { strategy: "linear", stepPercent: 1 } },
      "deployment.stepPercent must be a whole number from 3 to 99, got 1",
    ],
    [
      "clients that stay while requests move",
      { deployment: { strategy: "canary" }, route: { ...args.route, stickinessSeconds: 60 } },
      "route.stickinessSeconds would keep clients with tasks that are gone",
    ],
    [
      "a test route of a rolling deployment",
      { testRoute: { listenerArn: LISTENER, priority: 7 } },
      "testRoute has no meaning with the strategy rolling",
    ],
    ["too long a farewell", { stopTimeoutSeconds: 121 }, "stopTimeoutSeconds must be a whole number from 2 to 120"],
  ];

  it.each(invalid)("refuses %s before it creates anything", async (_what, changes, message) => {
    const declared = await declare(() => {
      expect(() => new WebService("api", { ...args, ...changes })).toThrow(message);
    });
    expect(declared.recording.resources.filter(({ custom }) => custom)).toEqual([]);
  });

  it("refuses a name too long for a target group, and lists all that is wrong at once", async () => {
    await declare(() => {
      expect(() => new WebService("a-name-of-twenty-five-more", { ...args, port: 0, spotShare: -1 })).toThrow(
        "the name must be at most 24 lower-case letters, digits and hyphens, " +
          'got "a-name-of-twenty-five-more"; spotShare must be a whole number from 0 to 100, got -1; ' +
          "port must be a whole number from 1 to 65535, got 0",
      );
    });
  });
});
