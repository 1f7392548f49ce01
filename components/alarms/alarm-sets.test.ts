import { readFileSync } from "node:fs";
import { join } from "node:path";
import { declare } from "../testing/declared";
import {
  type AlarmDefinition,
  backupAlarms,
  bucketReplicationAlarms,
  cacheAlarms,
  canaryAlarms,
  cdnAlarms,
  certificateAlarms,
  databaseAlarms,
  dnsAlarms,
  databaseProxyAlarms,
  fileSystemAlarms,
  deadLetterAlarms,
  firewallAlarms,
  functionAlarms,
  loadBalancerAlarms,
  LogErrorAlarm,
  mailAlarms,
  modelAlarms,
  replicaAlarms,
  secretAlarms,
  queueAlarms,
  scheduleAlarms,
  pagerDutyAlarms,
  serviceAlarms,
} from ".";

const loadBalancer = () =>
  loadBalancerAlarms({
    loadBalancerArnSuffix: "app/web/1",
    targetGroupArnSuffixes: { api: ["targetgroup/api/1"], admin: ["targetgroup/admin/2"] },
  });
const service = (containerInsights = true) =>
  serviceAlarms({ clusterName: "main", serviceName: "api", containerInsights });
const database = (more = {}) =>
  databaseAlarms({ instanceIdentifier: "pm-prod", instanceClass: "db.r6g.xlarge", storageGib: 100, ...more });
const cache = (purpose: "cache" | "session" | "queue") =>
  cacheAlarms({ memberClusterIds: ["pm-prod-001", "pm-prod-002"], purpose });
const replication = () =>
  bucketReplicationAlarms({ sourceBucket: "uploads", destinationBucket: "uploads-replica", ruleId: "all" });

const models = () =>
  modelAlarms({ modelIds: ["eu.amazon.nova-pro-v1:0"], requestsPerMinute: 200, tokensPerMinute: 200_000 });

const mail = () => mailAlarms({ configurationSetName: "shop-prod-mail" });

const secrets = () => secretAlarms({ metricNamespace: "shop-prod/secrets" });
const queue = () =>
  queueAlarms({
    queueName: "pm-prod-jobs",
    deadLetterQueueName: "pm-prod-jobs-dead-letters",
    label: "jobs",
    maxAgeMinutes: 15,
    maxDepth: 1000,
  });
const schedule = (heartbeatHours?: number) => scheduleAlarms({ stateMachineArn: "arn:aws:states:…", heartbeatHours });
const measure = () => functionAlarms({ functionName: "lists", consequence: "nothing", runbook: "redis-lists" });

const dns = () => dnsAlarms({ metricNamespace: "shop-prod/dns" });

/** What a set watches, in one line per alarm: the figures of the requirements at a glance. */
const figures = (alarms: AlarmDefinition[]) =>
  alarms.map(({ name, metric, comparison, threshold, periodSeconds, evaluationPeriods }) => {
    const watched = "expression" in metric ? metric.expression : `${metric.statistic} ${metric.name}`;
    return `${name}: ${watched} ${comparison} ${threshold}, ${evaluationPeriods} × ${periodSeconds} s`;
  });

describe("alarm sets", () => {
  it("watch the load balancer for errors, slowness and unhealthy targets", () => {
    expect(figures(loadBalancer())).toEqual([
      "server-errors: Sum HTTPCode_Target_5XX_Count above 50, 2 × 300 s",
      "gateway-errors: Sum HTTPCode_ELB_5XX_Count above 50, 2 × 300 s",
      "latency: p95 TargetResponseTime above 2, 5 × 60 s",
      "unhealthy-api: Maximum UnHealthyHostCount above 0, 5 × 60 s",
      "no-healthy-api: Maximum HealthyHostCount below 1, 3 × 60 s",
      "unhealthy-admin: Maximum UnHealthyHostCount above 0, 5 × 60 s",
      "no-healthy-admin: Maximum HealthyHostCount below 1, 3 × 60 s",
    ]);
    for (const alarm of [3, 4]) {
      expect(loadBalancer()[alarm]?.metric).toMatchObject({
        dimensions: { LoadBalancer: "app/web/1", TargetGroup: "targetgroup/api/1" },
      });
    }
  });

  it("count the tasks of both target groups where versions take turns, of which one is usually empty", () => {
    const alarms = loadBalancerAlarms({
      loadBalancerArnSuffix: "app/web/1",
      targetGroupArnSuffixes: { api: ["targetgroup/api/1", "targetgroup/api-alternate/2"] },
    });
    expect(figures(alarms).slice(3)).toEqual([
      "unhealthy-api: FILL(group1, 0) + FILL(group2, 0) above 0, 5 × 60 s",
      "no-healthy-api: FILL(group1, 0) + FILL(group2, 0) below 1, 3 × 60 s",
    ]);
    expect(alarms[4]?.metric).toMatchObject({
      metrics: {
        group1: { name: "HealthyHostCount", dimensions: { TargetGroup: "targetgroup/api/1" } },
        group2: { name: "HealthyHostCount", dimensions: { TargetGroup: "targetgroup/api-alternate/2" } },
      },
    });
  });

  it("take the silence of a load balancer without tasks for an outage, and its silence without errors for health", () => {
    const silence = loadBalancer().map(({ name, missingData }) => `${name}: ${missingData}`);
    expect(silence.filter((line) => line.endsWith(": breaching"))).toEqual([
      "no-healthy-api: breaching",
      "no-healthy-admin: breaching",
    ]);
  });

  it("watch the canary at its own pace, and miss it when it is silent", () => {
    const [alarm] = canaryAlarms({ canaryName: "pages", everyMinutes: 60 });
    expect(figures(canaryAlarms({ canaryName: "pages", everyMinutes: 60 }))).toEqual([
      "failed: Average SuccessPercent below 100, 1 × 3600 s",
    ]);
    expect(alarm).toMatchObject({ metric: { dimensions: { CanaryName: "pages" } }, missingData: "breaching" });
  });

  it("watch the way to PagerDuty for what it loses", () => {
    const alarms = pagerDutyAlarms({ functionName: "pager", queueName: "pager-undelivered" });
    expect(figures(alarms)).toEqual([
      "errors: Sum Errors above 0, 1 × 300 s",
      "undelivered: Maximum ApproximateNumberOfMessagesVisible above 0, 1 × 300 s",
    ]);
    expect(alarms.map(({ metric }) => "dimensions" in metric && metric.dimensions)).toEqual([
      { FunctionName: "pager" },
      { QueueName: "pager-undelivered" },
    ]);
  });

  it("watch a certificate that is not renewed", () => {
    expect(figures(certificateAlarms({ certificateArn: "arn:cert" }))).toEqual([
      "certificate-expiry: Minimum DaysToExpiry below 30, 1 × 86400 s",
    ]);
    expect(certificateAlarms({ certificateArn: "arn:cert", daysLeft: 14 })[0]).toMatchObject({
      metric: { dimensions: { CertificateArn: "arn:cert" } },
      threshold: 14,
    });
  });

  it("watch each model for refusals, throttling and its quotas", () => {
    expect(figures(models())).toEqual([
      "eu-amazon-nova-pro-v1-0-client-errors: Sum InvocationClientErrors above 10, 2 × 300 s",
      "eu-amazon-nova-pro-v1-0-throttles: Sum InvocationThrottles above 10, 2 × 300 s",
      "eu-amazon-nova-pro-v1-0-requests: Sum Invocations above 160, 5 × 60 s",
      "eu-amazon-nova-pro-v1-0-tokens: FILL(input, 0) + FILL(output, 0) above 160000, 5 × 60 s",
    ]);
    expect(models()[0]?.metric).toMatchObject({
      namespace: "AWS/Bedrock",
      dimensions: { ModelId: "eu.amazon.nova-pro-v1:0" },
    });
  });

  it("watch mail at the rates at which AWS reviews an account", () => {
    expect(figures(mail())).toEqual([
      "bounces: Average Reputation.BounceRate atLeast 0.05, 1 × 3600 s",
      "complaints: Average Reputation.ComplaintRate atLeast 0.001, 1 × 3600 s",
      "rejects: Sum Reject above 0, 1 × 300 s",
    ]);
    expect(mail()[0]?.metric).toMatchObject({ dimensions: { "ses:configuration-set": "shop-prod-mail" } });
  });

  it("ring for a lookup that nobody allowed", () => {
    expect(figures(dns())).toEqual(["refused-queries: Sum RefusedQueries above 0, 1 × 300 s"]);
  });

  it("ring for an overdue secret, and for silence of the watch", () => {
    expect(figures(secrets())).toEqual(["overdue: Maximum Overdue above 0, 1 × 3600 s"]);
    expect(secrets()[0]).toMatchObject({ missingData: "breaching", metric: { namespace: "shop-prod/secrets" } });
  });

  it("watch a service's load, and its number of tasks where tasks are counted", () => {
    const load = [
      "cpu: Average CPUUtilization above 80, 2 × 300 s",
      "memory: Average MemoryUtilization above 80, 2 × 300 s",
    ];
    expect(figures(service())).toEqual([...load, "missing-tasks: desired - running above 0, 10 × 60 s"]);
    expect(figures(service(false))).toEqual(load);
    expect(service().at(-1)?.missingData).toBe("breaching");
    expect(service()[0]?.metric).toMatchObject({ dimensions: { ClusterName: "main", ServiceName: "api" } });
  });

  it("watch a database by its class and disk: 32 GiB of memory and 100 GiB of storage here", () => {
    expect(figures(database())).toEqual([
      "cpu: Average CPUUtilization above 80, 3 × 300 s",
      "connections: Average DatabaseConnections above 2522, 5 × 60 s",
      "storage: Average FreeStorageSpace below 21474836480, 2 × 300 s",
      "memory: Average FreeableMemory below 3435973836, 3 × 300 s",
    ]);
    expect(figures(database({ maxConnections: 100, cpuPercent: 90 }))).toEqual([
      "cpu: Average CPUUtilization above 90, 3 × 300 s",
      "connections: Average DatabaseConnections above 100, 5 × 60 s",
      "storage: Average FreeStorageSpace below 21474836480, 2 × 300 s",
      "memory: Average FreeableMemory below 3435973836, 3 × 300 s",
    ]);
  });

  it("watch each node of a cache, and its evictions as its purpose bears them", () => {
    expect(figures(cache("queue"))).toEqual([
      "memory-1: Average DatabaseMemoryUsagePercentage above 80, 2 × 300 s",
      "engine-cpu-1: Average EngineCPUUtilization above 80, 2 × 300 s",
      "evictions-1: Sum Evictions above 0, 1 × 300 s",
      "memory-2: Average DatabaseMemoryUsagePercentage above 80, 2 × 300 s",
      "engine-cpu-2: Average EngineCPUUtilization above 80, 2 × 300 s",
      "evictions-2: Sum Evictions above 0, 1 × 300 s",
    ]);
    expect(figures(cache("session"))[2]).toBe("evictions-1: Sum Evictions above 0, 1 × 300 s");
    expect(figures(cache("cache"))[5]).toBe("evictions-2: Sum Evictions above 1000, 1 × 300 s");
    expect(cache("cache")[3]?.metric).toMatchObject({ dimensions: { CacheClusterId: "pm-prod-002" } });
  });

  it("watch the edge: CloudFront's errors and what the firewall blocks", () => {
    expect(figures(cdnAlarms({ distributionId: "E1" }))).toEqual([
      "server-errors: Average 5xxErrorRate above 5, 2 × 300 s",
    ]);
    expect(cdnAlarms({ distributionId: "E1" })[0]?.metric).toMatchObject({
      dimensions: { DistributionId: "E1", Region: "Global" },
    });
    expect(figures(firewallAlarms({ webAclMetricName: "edge" }))).toEqual([
      "blocked-requests: Sum BlockedRequests above 1000, 2 × 300 s",
    ]);
    expect(firewallAlarms({ webAclMetricName: "edge" })[0]?.metric).toMatchObject({
      dimensions: { WebACL: "edge", Rule: "ALL" },
    });
    expect(firewallAlarms({ webAclMetricName: "web", region: "eu-west-1" })[0]?.metric).toMatchObject({
      dimensions: { WebACL: "web", Rule: "ALL", Region: "eu-west-1" },
    });
  });

  it("watch a replica for the 15 minutes it may lie behind, and for objects it misses", () => {
    expect(figures(replication())).toEqual([
      "latency: Maximum ReplicationLatency above 900, 1 × 300 s",
      "failures: Sum OperationsFailedReplication above 0, 1 × 300 s",
    ]);
    expect(replication()[0]?.metric).toMatchObject({
      dimensions: { SourceBucket: "uploads", DestinationBucket: "uploads-replica", RuleId: "all" },
    });
  });

  it("watch a read replica for a minute that it may lie behind, and for silence", () => {
    const [lag] = replicaAlarms({ instanceIdentifier: "pm-prod-replica-1" });
    expect(figures(replicaAlarms({ instanceIdentifier: "pm-prod-replica-1" }))).toEqual([
      "lag: Maximum ReplicaLag above 60, 5 × 60 s",
    ]);
    expect(lag?.metric).toMatchObject({ dimensions: { DBInstanceIdentifier: "pm-prod-replica-1" } });
    expect(lag?.missingData).toBe("breaching");
  });

  it("watch a proxy for waiting clients, used-up connections and a database that refuses it", () => {
    const alarms = databaseProxyAlarms({ proxyName: "pm-prod" });
    expect(figures(alarms)).toEqual([
      "borrow-wait: Average DatabaseConnectionsBorrowLatency above 1000000, 5 × 60 s",
      "connections: 100 * borrowed / allowed above 80, 5 × 60 s",
      "setup-failures: Sum DatabaseConnectionsSetupFailed above 0, 2 × 300 s",
    ]);
    expect(alarms[0]?.metric).toMatchObject({ dimensions: { ProxyName: "pm-prod" } });
    expect(figures(databaseProxyAlarms({ proxyName: "pm-prod", borrowSeconds: 0.5, connectionsPercent: 90 }))).toEqual(
      expect.arrayContaining([
        "borrow-wait: Average DatabaseConnectionsBorrowLatency above 500000, 5 × 60 s",
        "connections: 100 * borrowed / allowed above 90, 5 × 60 s",
      ]),
    );
  });

  it("watch a file system for operations and throughput at their bound", () => {
    expect(figures(fileSystemAlarms({ fileSystemId: "fs-1" }))).toEqual([
      "io-limit: Maximum PercentIOLimit above 80, 15 × 60 s",
      "throughput: 100 * (metered / 60) / permitted above 80, 15 × 60 s",
    ]);
  });

  it("watch a vault for 30 hours in which no backup ended well", () => {
    const [overdue] = backupAlarms({ vaultName: "pm-prod" });
    expect(figures(backupAlarms({ vaultName: "pm-prod" }))).toEqual([
      "overdue: Sum NumberOfBackupJobsCompleted below 1, 30 × 3600 s",
    ]);
    expect(overdue).toMatchObject({
      missingData: "breaching",
      metric: { dimensions: { BackupVaultName: "pm-prod" } },
    });
  });

  it("do not miss what is to be away at night: targets and the database", () => {
    const missing = (alarms: AlarmDefinition[], name: string) =>
      alarms.find((alarm) => alarm.name === name)?.missingData;
    const targets = { loadBalancerArnSuffix: "app/web/1", targetGroupArnSuffixes: { api: ["targetgroup/api/1"] } };
    expect(missing(loadBalancerAlarms(targets), "no-healthy-api")).toBe("breaching");
    expect(missing(loadBalancerAlarms({ ...targets, mayBeEmpty: true }), "no-healthy-api")).toBe("notBreaching");
    expect(missing(database(), "cpu")).toBe("breaching");
    expect(missing(database({ mayBeStopped: true }), "cpu")).toBe("notBreaching");
  });

  it("do not miss the tasks of a service that may be without any", () => {
    const args = { clusterName: "main", serviceName: "worker", containerInsights: true };
    expect(serviceAlarms({ ...args, mayBeEmpty: true }).at(-1)?.missingData).toBe("notBreaching");
  });

  it("watch a queue for messages that wait too long, are too many or were given up", () => {
    expect(figures(queue())).toEqual([
      "oldest-message: Maximum ApproximateAgeOfOldestMessage above 900, 5 × 60 s",
      "depth: Maximum ApproximateNumberOfMessagesVisible above 1000, 3 × 300 s",
      "dead-letters: Maximum ApproximateNumberOfMessagesVisible above 0, 1 × 300 s",
    ]);
    expect(queue().map(({ metric }) => "dimensions" in metric && metric.dimensions.QueueName)).toEqual([
      "pm-prod-jobs",
      "pm-prod-jobs",
      "pm-prod-jobs-dead-letters",
    ]);
  });

  it("watch a scheduled task for failure, and for silence where runs are near enough", () => {
    const failed = "failed-run: FILL(failed, 0) + FILL(late, 0) + FILL(aborted, 0) above 0, 1 × 300 s";
    expect(figures(schedule())).toEqual([failed]);
    expect(figures(schedule(27))).toEqual([failed, "missing-run: Sum ExecutionsSucceeded below 1, 27 × 3600 s"]);
  });

  it("watch a function of each minute for errors and for silence", () => {
    expect(figures(measure())).toEqual([
      "errors: Sum Errors above 0, 5 × 60 s",
      "silence: Sum Invocations below 1, 2 × 300 s",
    ]);
  });

  it("have a section of the runbook for every alarm", () => {
    const runbook = readFileSync(join(__dirname, "../../docs/runbooks/alarms.md"), "utf8");
    const sections = [...runbook.matchAll(/^### (\S+)$/gm)].map(([, section]) => section);
    const sets = [
      loadBalancer(),
      service(),
      models(),
      mail(),
      secrets(),
      dns(),
      database(),
      cache("session"),
      cdnAlarms({ distributionId: "E1" }),
      firewallAlarms({ webAclMetricName: "edge" }),
      replication(),
      certificateAlarms({ certificateArn: "arn:cert" }),
      replicaAlarms({ instanceIdentifier: "pm-prod-replica-1" }),
      databaseProxyAlarms({ proxyName: "pm-prod" }),
      fileSystemAlarms({ fileSystemId: "fs-1" }),
      backupAlarms({ vaultName: "pm-prod" }),
      canaryAlarms({ canaryName: "pages", everyMinutes: 60 }),
      queue(),
      schedule(27),
      measure(),
      deadLetterAlarms({ queueName: "dead", of: "the schedules" }),
      pagerDutyAlarms({ functionName: "pager", queueName: "pager-undelivered" }),
    ];
    for (const { runbook: anchor } of sets.flat()) expect(sections).toContain(anchor);
  });
});

describe("LogErrorAlarm", () => {
  it("counts lines with ERROR and rings above 10 in 5 minutes, twice", async () => {
    const declared = await declare(() => {
      new LogErrorAlarm("api-errors", {
        namePrefix: "pm-prod-api",
        logGroupName: "/pm/prod/api",
        topicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
        runbookUrl: "https://example.com/runbook",
      });
    });

    expect(declared.one("aws:cloudwatch/logMetricFilter:LogMetricFilter").inputs).toEqual({
      logGroupName: "/pm/prod/api",
      pattern: '"ERROR"',
      metricTransformation: {
        namespace: "pm-prod-api/logs",
        name: "ErrorLines",
        value: "1",
        defaultValue: "0",
        unit: "Count",
      },
    });
    const alarm = declared.one("aws:cloudwatch/metricAlarm:MetricAlarm");
    expect(alarm.inputs).toMatchObject({
      name: "pm-prod-api-log-errors",
      namespace: "pm-prod-api/logs",
      metricName: "ErrorLines",
      statistic: "Sum",
      threshold: 10,
      period: 300,
      evaluationPeriods: 2,
    });
    expect(alarm.inputs.alarmDescription).toContain("https://example.com/runbook#log-errors");
  });
});
