import type { GoldenManifest } from "../../manifest";
import type { Traced } from "../assertion";
import { stackOf } from "../assertion";
import { expectRotation, expectSecrets, taskStatementsOf } from "./shared/access";
import {
  containerOf,
  expectContainer,
  expectHealth,
  expectMigration,
  expectRegistry,
  expectRollingDeployment,
} from "./shared/compute";
import { expectBucket, expectCache, expectPostgres } from "./shared/data";
import { expectCdn, expectFirewall, expectHttps } from "./shared/edge";
import { expectAlarms, expectLogs, expectRecords } from "./shared/observability";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const ECS_SERVICE = "aws:ecs/service:Service";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const ONE_OFF_TASK = "pulumi-nodejs:dynamic/operations:OneOffTask";
const PROXY = "aws:rds/proxy:Proxy";
const RECORD = "aws:route53/record:Record";
const SCALING_POLICY = "aws:appautoscaling/policy:Policy";
const STATE_MACHINE = "aws:sfn/stateMachine:StateMachine";
const TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";

const REPORTS = "predictram-prod-reports-123456789012";
const REPORTS_ARN = `arn:aws:s3:::${REPORTS}`;
const DATA_KEY = /^arn:aws:kms:us-east-1:123456789012:key\/[0-9a-f-]{36}$/;

const RAZORPAY = {
  RAZORPAY_KEY_ID: "key-id",
  RAZORPAY_KEY_SECRET: "key-secret",
  RAZORPAY_WEBHOOK_SECRET: "webhook-secret",
};

/** The paths of Razorpay's keys in a stack that holds them under that mode. */
const razorpayPaths = (stack: string, mode: string): Record<string, string> =>
  Object.fromEntries(Object.entries(RAZORPAY).map(([name, key]) => [name, `${stack}/${mode}/razorpay-${key}`]));

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read inputs of every shape
const runOf = (stack: GoldenManifest, schedule: string): any =>
  JSON.parse(stack.inputs(STATE_MACHINE, schedule).definition).States.Run;

/** Name and value of the plain variables of a service's container. */
const variablesOf = (stack: GoldenManifest, service: string): Record<string, string> =>
  Object.fromEntries(
    containerOf(stack, service).environment.map(({ name, value }: { name: string; value: string }) => [name, value]),
  );

/** What each part of the stack is called, by its security group. */
function partsOf(stack: GoldenManifest): Record<string, string> {
  const serviceGroup = (service: string) => stack.inputs(ECS_SERVICE, service).networkConfiguration.securityGroups[0];
  const taskGroup = (schedule: string) =>
    runOf(stack, schedule).Arguments.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups[0];
  const { securityGroupIds: endpoints } = stack.inputs("aws:ec2/vpcEndpoint:VpcEndpoint", "network-endpoints-logs");
  const cache = stack.inputs("aws:elasticache/replicationGroup:ReplicationGroup").securityGroupIds[0];
  const lists = stack.inputs("aws:lambda/function:Function", "redis-lists").vpcConfig.securityGroupIds[0];
  return {
    [stack.inputs(LOAD_BALANCER).securityGroups[0]]: "load balancer",
    [stack.inputs("aws:rds/instance:Instance").vpcSecurityGroupIds[0]]: "database",
    [stack.inputs(PROXY).vpcSecurityGroupIds[0]]: "proxy",
    [stack.inputs(ONE_OFF_TASK).securityGroupIds[0]]: "migrations",
    [cache]: "cache",
    [endpoints[0]]: "endpoints",
    [lists]: "redis-lists",
    ...Object.fromEntries(["web", "worker", "llm"].map((service) => [serviceGroup(service), service])),
    ...Object.fromEntries(["nightly-reports", "payment-audit"].map((task) => [taskGroup(task), task])),
  };
}

/** Who is admitted by group, as `web -> cache:6379`. */
function admitted(stack: GoldenManifest): string[] {
  const parts = partsOf(stack);
  return stack.all(INGRESS).flatMap(({ inputs }) => {
    const { referencedSecurityGroupId: from, securityGroupId: to, fromPort, toPort } = inputs as Record<string, string>;
    if (!from) return [];
    expect(fromPort).toBe(toPort);
    return [`${parts[from] ?? from} -> ${parts[to ?? ""] ?? to}:${toPort}`];
  });
}

/** Actions and resources of a task role's statements; conditions are the IAM proof's. */
const rightsOf = (stack: GoldenManifest, task: string): [unknown, unknown][] =>
  taskStatementsOf(stack, task).map(({ Action, Resource }) => [Action, Resource]);

interface ScaledService {
  service: string;
  cpu: string;
  memory: string;
  min: number;
  max: number;
}

/** Size and bounds of a service over two zones, and the CPU that it holds; other targets stand with their rows. */
function expectScaledService(stack: GoldenManifest, figures: ScaledService, heldCpu?: number): void {
  const { service, ...size } = figures;
  const { cpu, memory } = stack.inputs(TASK_DEFINITION, service);
  const { minCapacity: min, maxCapacity: max } = stack.inputs("aws:appautoscaling/target:Target", `${service}-scaling`);
  expect({ cpu, memory, min, max }).toEqual(size);
  expect(new Set(stack.inputs(ECS_SERVICE, service).networkConfiguration.subnets).size).toBe(2);
  if (heldCpu === undefined) return;
  expect(
    stack.inputs(SCALING_POLICY, `${service}-scale-on-cpu`).targetTrackingScalingPolicyConfiguration,
  ).toMatchObject({
    predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
    targetValue: heldCpu,
  });
}

interface ScheduledRun {
  command: string[];
  expression: string;
  timeZone: string;
  minutes: number;
  tries: number;
}

function expectScheduledTask(stack: GoldenManifest, schedule: string, figures: ScheduledRun): void {
  const started = stack.inputs("aws:scheduler/schedule:Schedule", schedule);
  expect([started.scheduleExpression, started.scheduleExpressionTimezone]).toEqual([
    figures.expression,
    figures.timeZone,
  ]);
  expect(started.target.arn).toBe(`arn:aws:states:us-east-1:123456789012:stateMachine:predictram-prod-${schedule}`);
  const { Arguments, TimeoutSeconds, Retry } = runOf(stack, schedule);
  expect(Arguments.TaskDefinition).toMatch(
    new RegExp(`^arn:aws:ecs:us-east-1:123456789012:task-definition/predictram-prod-${schedule}:\\d+$`),
  );
  expect([TimeoutSeconds, Retry[0].MaxAttempts]).toEqual([figures.minutes * 60, figures.tries]);
  expect(containerOf(stack, schedule).command).toEqual(figures.command);
}

/** What the guide of PredictRAM asks for, as its stacks have it. */
export const predictram: Traced = {
  application: "PR",
  stacks: { production: "predictram-prod", staging: "predictram-staging" },
  assertions: {
    "network/endpoints": (stacks) => {
      const stack = stackOf(stacks, "production");
      const endpoints = stack
        .all("aws:ec2/vpcEndpoint:VpcEndpoint")
        .map(({ inputs }) => [inputs["serviceName"], inputs["vpcEndpointType"], inputs["privateDnsEnabled"]]);
      const ofInterface = ["ecr.api", "ecr.dkr", "email", "kms", "logs", "secretsmanager", "xray"];
      expect(endpoints.sort()).toEqual(
        [
          ["com.amazonaws.us-east-1.s3", "Gateway", undefined],
          ...ofInterface.map((service) => [`com.amazonaws.us-east-1.${service}`, "Interface", true]),
        ].sort(),
      );
      // Beside AWS and the VPC's own names only the vendors resolve.
      const domains = "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList";
      expect(stack.inputs(domains, "dns-firewall-allowed").domains).toEqual([
        "*.amazonaws.com",
        "*.api.aws",
        "*.internal",
        "*.in-addr.arpa",
        "api.razorpay.com",
        "api.anthropic.com",
        "api.github.com",
        "oauth2.googleapis.com",
        "www.googleapis.com",
        "*.ingest.sentry.io",
      ]);
    },
    "network/chain": (stacks) => {
      const stack = stackOf(stacks, "production");
      const tasks = ["web", "worker", "nightly-reports", "payment-audit", "migrations"];
      expect(admitted(stack).sort()).toEqual(
        [
          "load balancer -> web:8000",
          "proxy -> database:5432",
          ...tasks.map((from) => `${from} -> proxy:5432`),
          ...["web", "worker", "nightly-reports", "redis-lists"].map((from) => `${from} -> cache:6379`),
          ...["web", "worker", "nightly-reports"].map((from) => `${from} -> llm:8000`),
          ...[...tasks, "llm", "redis-lists"].map((from) => `${from} -> endpoints:443`),
        ].sort(),
      );
      const byAddress = stack.all(INGRESS).filter(({ inputs }) => !inputs["referencedSecurityGroupId"]);
      expect(byAddress.map(({ name, inputs }) => [name, inputs["prefixListId"], inputs["toPort"]])).toEqual([
        ["ingress-https-prefix-list", expect.stringMatching(/^pl-/), 443],
      ]);
    },
    "network/records": (stacks) => expectRecords(stackOf(stacks, "production"), "/predictram-prod/flow-logs"),
    "edge/https": (stacks) => Object.values(stacks).forEach(expectHttps),
    "edge/websockets": (stacks) => {
      const stack = stackOf(stacks, "production");
      expect(stack.inputs("aws:lb/targetGroup:TargetGroup", "web").stickiness).toEqual({
        enabled: true,
        type: "lb_cookie",
        cookieDuration: 86_400,
      });
      expect(stack.inputs(LOAD_BALANCER).idleTimeout).toBe(300);
    },
    "edge/cdn": (stacks) => expectCdn(stackOf(stacks, "production"), { "/static/*": 30 }),
    "edge/headers": (stacks) => {
      const stack = stackOf(stacks, "production");
      const { securityHeadersConfig } = stack.inputs("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy");
      expect(securityHeadersConfig).toMatchObject({
        strictTransportSecurity: { accessControlMaxAgeSec: 31_536_000, includeSubdomains: true, override: true },
        frameOptions: { frameOption: "SAMEORIGIN", override: true },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override: true },
      });
      expect(securityHeadersConfig.contentSecurityPolicy.contentSecurityPolicy.split("; ")).toEqual(
        expect.arrayContaining([
          "default-src 'self'",
          "connect-src 'self' wss://app.example.com",
          "script-src 'self' https://checkout.razorpay.com",
          "frame-ancestors 'self'",
        ]),
      );
      const { defaultCacheBehavior, orderedCacheBehaviors } = stack.inputs(DISTRIBUTION);
      const [, ...others] = new Set(
        [defaultCacheBehavior, ...orderedCacheBehaviors].map(({ responseHeadersPolicyId }) => responseHeadersPolicyId),
      );
      expect([defaultCacheBehavior.responseHeadersPolicyId, others]).toEqual([
        expect.stringMatching(/^[0-9a-f-]{36}$/),
        [],
      ]);
      // Nothing passes the CDN by: the load balancer has no public address.
      expect(stack.inputs(LOAD_BALANCER).internal).toBe(true);
    },
    "edge/firewall": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectFirewall(stack, [
        ["/login", 100],
        ["/signup", 100],
        ["/payment", 100],
        [undefined, 2000],
      ]);
      expect(stack.inputs("aws:cloudfront/vpcOrigin:VpcOrigin").vpcOriginEndpointConfig.arn).toMatch(
        /^arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer\/app\/ingress-/,
      );
    },
    "edge/dns": (stacks) => {
      const stack = stackOf(stacks, "production");
      const record = stack.inputs(RECORD, "app.example.com-ipv4");
      expect([record.name, record.type, record.zoneId]).toEqual(["app.example.com", "A", "Z0123456789PREDICT"]);
      expect(record.aliases[0].name).toMatch(/\.cloudfront\.net$/);
      const certificate = stack.inputs("aws:acm/certificate:Certificate");
      expect([certificate.domainName, certificate.validationMethod]).toEqual(["app.example.com", "DNS"]);
      const { type, zoneId } = stack.inputs(RECORD, "certificate-app.example.com");
      expect([type, zoneId]).toEqual(["CNAME", "Z0123456789PREDICT"]);
      expect(stack.inputs(DISTRIBUTION).viewerCertificate.acmCertificateArn).toMatch(/^arn:aws:acm:us-east-1:/);
    },
    "compute/services": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectScaledService(stack, { service: "web", cpu: "1024", memory: "2048", min: 2, max: 8 }, 70);
      expectScaledService(stack, { service: "llm", cpu: "8192", memory: "32768", min: 2, max: 4 }, 60);
      expectScaledService(stack, { service: "worker", cpu: "1024", memory: "2048", min: 2, max: 6 });
    },
    "compute/deployments": (stacks) => {
      const stack = stackOf(stacks, "production");
      ["web", "worker", "llm"].forEach((service) => expectRollingDeployment(stack, service));
    },
    "compute/health": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectHealth(stack, "web", "/health", 60);
      expect(containerOf(stack, "worker").healthCheck.command).toEqual([
        "CMD",
        "celery",
        "-A",
        "predictram.celery",
        "inspect",
        "ping",
      ]);
      const { command, startPeriod } = containerOf(stack, "llm").healthCheck;
      expect([command, startPeriod]).toEqual([["CMD", "ollama", "list"], 300]);
    },
    "compute/images": (stacks) => {
      const stack = stackOf(stacks, "production");
      ["web", "worker", "llm"].forEach((service) => {
        expectRegistry(stack, service);
        expect(containerOf(stack, service).image).toMatch(
          new RegExp(
            `^123456789012\\.dkr\\.ecr\\.us-east-1\\.amazonaws\\.com/${service}-repository-.+@sha256:[0-9a-f]{64}$`,
          ),
        );
      });
    },
    "compute/workers": (stacks) => {
      const stack = stackOf(stacks, "production");
      const { command, portMappings } = containerOf(stack, "worker");
      expect(command).toEqual(["celery", "-A", "predictram.celery", "worker", "--loglevel", "info"]);
      expect([portMappings ?? [], stack.inputs(ECS_SERVICE, "worker").loadBalancers]).toEqual([[], undefined]);
      expect(stack.names("aws:lb/targetGroup:TargetGroup")).toEqual(["web"]);
      const { customizedMetricSpecification, targetValue } = stack.inputs(
        SCALING_POLICY,
        "worker-scale-on-backlog",
      ).targetTrackingScalingPolicyConfiguration;
      expect(customizedMetricSpecification.metrics[0].metricStat.metric).toEqual({
        namespace: "predictram-prod/redis-lists",
        metricName: "ListLength",
        dimensions: [{ name: "List", value: "celery" }],
      });
      expect(targetValue).toBe(20);
    },
    "compute/schedules": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectScheduledTask(stack, "nightly-reports", {
        command: ["flask", "send-reports"],
        expression: "cron(30 2 ? * MON-FRI *)",
        timeZone: "Asia/Kolkata",
        minutes: 60,
        tries: 2,
      });
      expectScheduledTask(stack, "payment-audit", {
        command: ["flask", "audit-payments"],
        expression: "rate(1 hour)",
        timeZone: "UTC",
        minutes: 30,
        tries: 1,
      });
    },
    "compute/migrations": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectMigration(stack, "web", ["alembic", "upgrade", "head"]);
      // The worker waits for it as well.
      const [migration] = stack.all(ONE_OFF_TASK);
      const waiting = stack.all(ECS_SERVICE).filter(({ dependencies }) => dependencies?.includes(migration?.urn ?? ""));
      expect(waiting.map(({ name }) => name).sort()).toEqual(["web", "worker"]);
    },
    "compute/internal": (stacks) => {
      const stack = stackOf(stacks, "production");
      expect(stack.inputs("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace").name).toBe(
        "predictram-prod.internal",
      );
      expect(stack.inputs("aws:servicediscovery/service:Service").name).toBe("llm");
      ["web", "worker"].forEach((service) =>
        expect(variablesOf(stack, service)["LLM_URL"]).toBe("http://llm.predictram-prod.internal:8000"),
      );
      const callers = admitted(stack).filter((pair) => pair.includes("-> llm"));
      expect(callers.sort()).toEqual(["nightly-reports -> llm:8000", "web -> llm:8000", "worker -> llm:8000"]);
      const egress = stack.names("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
      expect(egress.filter((name) => name.startsWith("llm-")).sort()).toEqual([
        "llm-egress-s3",
        "llm-endpoints-egress",
      ]);
    },
    "compute/containers": (stacks) => {
      const stack = stackOf(stacks, "production");
      ["web", "worker", "llm"].forEach((service) => expectContainer(stack, service, `/predictram-prod/${service}`));
    },
    "data/postgres": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectPostgres(stack, { class: "db.t4g.medium", storage: 50, most: 100, multiAz: true });
      const { dbName, backupRetentionPeriod, backupWindow } = stack.inputs("aws:rds/instance:Instance");
      expect([dbName, backupRetentionPeriod, backupWindow]).toEqual(["predictram", 7, "03:00-04:00"]);
    },
    "data/password": (stacks) => {
      const stack = stackOf(stacks, "production");
      const database = stack.inputs("aws:rds/instance:Instance");
      expect([database.manageMasterUserPassword, database.password]).toEqual([true, undefined]);
      const { auths, requireTls } = stack.inputs(PROXY);
      expect([requireTls, auths[0].iamAuth]).toEqual([true, "REQUIRED"]);
      expect(auths[0].secretArn).toMatch(/^arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!db-/);
      const { maxConnectionsPercent } = stack.inputs(
        "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
      ).connectionPoolConfig;
      expect(maxConnectionsPercent).toBe(90);
      for (const task of ["web", "worker", "nightly-reports", "payment-audit", "web-migrations"]) {
        const { DATABASE_AUTHENTICATION, DATABASE_HOST, DATABASE_SSLMODE } = variablesOf(stack, task);
        expect([DATABASE_AUTHENTICATION, DATABASE_SSLMODE]).toEqual(["iam", "require"]);
        expect(DATABASE_HOST).toMatch(/^predictram-prod-database\.proxy-[0-9a-f]+\.us-east-1\.rds\.amazonaws\.com$/);
        const secrets: { name: string }[] = containerOf(stack, task).secrets ?? [];
        expect(secrets.map(({ name }) => name)).not.toContain("DATABASE_PASSWORD");
      }
    },
    "data/cache": (stacks) => expectCache(stackOf(stacks, "production"), "cache.t4g.small", true),
    "data/buckets": (stacks) =>
      expectBucket(stackOf(stacks, "production"), { name: "reports", bucket: REPORTS, moves: { 30: "STANDARD_IA" } }),
    "access/secrets": (stacks) => {
      const paths = {
        ...razorpayPaths("predictram-prod", "live"),
        SECRET_KEY: "predictram-prod/secret-key",
        GITHUB_TOKEN: "predictram-prod/github-token",
        GOOGLE_CLIENT_ID: "predictram-prod/google-client-id",
        GOOGLE_CLIENT_SECRET: "predictram-prod/google-client-secret",
        JITSI_JWT_APP_ID: "predictram-prod/jitsi-jwt-app-id",
        JITSI_JWT_APP_SECRET: "predictram-prod/jitsi-jwt-app-secret",
        ANTHROPIC_API_KEY: "predictram-prod/anthropic-api-key",
        SENTRY_DSN: "predictram-prod/sentry-dsn",
      };
      expectSecrets(stackOf(stacks, "production"), "web", paths, ["secret-key"]);
    },
    "access/sandbox": (stacks) => {
      expectSecrets(stackOf(stacks, "production"), "web", razorpayPaths("predictram-prod", "live"), []);
      expectSecrets(stackOf(stacks, "staging"), "web", razorpayPaths("predictram-staging", "sandbox"), []);
      const modes = (environment: string) =>
        stackOf(stacks, environment)
          .all("aws:secretsmanager/secret:Secret")
          .flatMap(({ inputs }) => /\/(live|sandbox)\//.exec(String(inputs["name"]))?.[1] ?? []);
      expect([modes("production"), modes("staging")]).toEqual([
        ["live", "live", "live"],
        ["sandbox", "sandbox", "sandbox"],
      ]);
    },
    "access/rotation": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectRotation(stack, { "predictram-prod/secret-key": 90 });
      const { input } = stack.inputs("aws:cloudwatch/eventTarget:EventTarget", "secret-watch");
      const ages = JSON.parse(input).ages.map(({ name, days }: { name: string; days: number }) => [name, days]);
      expect(Object.fromEntries(ages)).toEqual({
        // Two days later than its rotation: that one failed.
        SECRET_KEY: 92,
        RAZORPAY_KEY_ID: 90,
        RAZORPAY_KEY_SECRET: 90,
        RAZORPAY_WEBHOOK_SECRET: 90,
        GITHUB_TOKEN: 90,
        GOOGLE_CLIENT_ID: 90,
        GOOGLE_CLIENT_SECRET: 90,
        JITSI_JWT_APP_ID: 90,
        JITSI_JWT_APP_SECRET: 90,
        ANTHROPIC_API_KEY: 90,
        SENTRY_DSN: 90,
        cache: 90,
      });
      expectAlarms(stack, { "secrets-alarms-overdue": ["Overdue", ">", 0, 3600, 1] });
    },
    "access/task-role": (stacks) => {
      const stack = stackOf(stacks, "production");
      const key = expect.stringMatching(DATA_KEY);
      const connect = [
        "rds-db:connect",
        expect.stringMatching(/^arn:aws:rds-db:us-east-1:123456789012:dbuser:prx-[0-9a-f]+\/predictram_owner$/),
      ];
      const mail = [
        ["ses:SendEmail", "ses:SendRawEmail"],
        [
          "arn:aws:ses:us-east-1:123456789012:identity/example.com",
          "arn:aws:ses:us-east-1:123456789012:configuration-set/predictram-prod-mail",
        ],
      ];
      const traces = [["xray:PutTelemetryRecords", "xray:PutTraceSegments"], "*"];
      expect(rightsOf(stack, "web")).toEqual([
        ["s3:ListBucket", REPORTS_ARN],
        [["s3:GetObject"], `${REPORTS_ARN}/*`],
        [["kms:Decrypt"], key],
        connect,
        mail,
        traces,
      ]);
      const write = [
        ["s3:ListBucket", REPORTS_ARN],
        [["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], `${REPORTS_ARN}/*`],
        [["kms:Decrypt", "kms:GenerateDataKey"], key],
        connect,
        mail,
      ];
      expect(rightsOf(stack, "worker")).toEqual(write);
      expect(rightsOf(stack, "nightly-reports")).toEqual(write);
      expect(rightsOf(stack, "payment-audit")).toEqual([connect]);
      expect(stack.names("aws:iam/rolePolicy:RolePolicy")).not.toContain("llm-task-policy");
    },
    "access/mail": (stacks) => {
      const stack = stackOf(stacks, "production");
      const { emailIdentity, dkimSigningAttributes } = stack.inputs("aws:sesv2/emailIdentity:EmailIdentity");
      expect([emailIdentity, dkimSigningAttributes.nextSigningKeyLength]).toEqual(["example.com", "RSA_2048_BIT"]);
      for (const number of [1, 2, 3]) {
        const { name, type, records } = stack.inputs(RECORD, `mail-dkim-${number}`);
        const [token] = name.split(".");
        expect([name, type, records]).toEqual([
          `${token}._domainkey.example.com`,
          "CNAME",
          [`${token}.dkim.amazonses.com`],
        ]);
      }
      const records = Object.fromEntries(
        stack.all(RECORD).map(({ inputs }) => [`${inputs["name"]} ${inputs["type"]}`, inputs["records"]]),
      );
      expect(records).toMatchObject({
        "bounce.example.com TXT": ["v=spf1 include:amazonses.com -all"],
        "bounce.example.com MX": ["10 feedback-smtp.us-east-1.amazonses.com"],
        "_dmarc.example.com TXT": ["v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"],
      });
    },
    "observability/logs": (stacks) => expectLogs(stackOf(stacks, "production"), 30),
    "observability/alarms": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectAlarms(stack, {
        "ingress-alarms-server-errors": ["HTTPCode_Target_5XX_Count", ">", 50, 300, 2],
        "ingress-alarms-gateway-errors": ["HTTPCode_ELB_5XX_Count", ">", 50, 300, 2],
        "ingress-alarms-latency": ["TargetResponseTime", ">", 1, 60, 5],
        "ingress-alarms-unhealthy-web": ["UnHealthyHostCount", ">", 0, 60, 5],
        "web-alarms-cpu": ["CPUUtilization", ">", 80, 300, 2],
        "web-alarms-memory": ["MemoryUtilization", ">", 80, 300, 2],
        "worker-alarms-cpu": ["CPUUtilization", ">", 80, 300, 2],
        "worker-alarms-memory": ["MemoryUtilization", ">", 80, 300, 2],
        "llm-alarms-cpu": ["CPUUtilization", ">", 80, 300, 2],
        "llm-alarms-memory": ["MemoryUtilization", ">", 80, 300, 2],
        "cache-alarms-memory-1": ["DatabaseMemoryUsagePercentage", ">", 80, 300, 2],
        "cache-alarms-engine-cpu-1": ["EngineCPUUtilization", ">", 80, 300, 2],
        "database-alarms-cpu": ["CPUUtilization", ">", 80, 300, 3],
        "database-alarms-connections": ["DatabaseConnections", ">", 315, 60, 5],
        "database-alarms-storage": ["FreeStorageSpace", "<", 10 * 1024 ** 3, 300, 2],
        "web-log-alarms-log-errors": ["ErrorLines", ">", 10, 300, 2],
        "web-upstream-alarms-upstream-errors": ["UpstreamErrors", ">", 10, 300, 2],
        "worker-upstream-alarms-upstream-errors": ["UpstreamErrors", ">", 10, 300, 2],
        "backup-alarms-overdue": ["NumberOfBackupJobsCompleted", "<", 1, 3600, 30],
      });
      expect(stack.inputs(ALARM, "ingress-alarms-latency").extendedStatistic).toBe("p95");
    },
    "observability/canary": (stacks) => {
      const stack = stackOf(stacks, "production");
      const { schedule, runConfig } = stack.inputs("aws:synthetics/canary:Canary");
      expect(schedule.expression).toBe("rate(1 hour)");
      const { BASE_URL, PAGES } = runConfig.environmentVariables;
      expect([BASE_URL, JSON.parse(PAGES)]).toEqual([
        "https://app.example.com",
        [{ path: "/health" }, { path: "/pricing/investor" }, { path: "/pricing/analyst" }],
      ]);
      expectAlarms(stack, { "canary-alarms-failed": ["SuccessPercent", "<", 100, 3600, 1] });
      const { OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG } = variablesOf(stack, "web");
      expect([OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG]).toEqual(["parentbased_traceidratio", "0.05"]);
    },
  },
};
