import { readFileSync } from "node:fs";
import { join } from "node:path";
import { declare } from "../testing/declared";
import {
  type AlarmDefinition,
  bucketReplicationAlarms,
  cacheAlarms,
  cdnAlarms,
  databaseAlarms,
  firewallAlarms,
  loadBalancerAlarms,
  LogErrorAlarm,
  serviceAlarms,
} from ".";

const loadBalancer = () =>
  loadBalancerAlarms({
    loadBalancerArnSuffix: "app/web/1",
    targetGroupArnSuffixes: { api: "targetgroup/api/1", admin: "targetgroup/admin/2" },
  });
const service = (containerInsights = true) =>
  serviceAlarms({ clusterName: "main", serviceName: "api", containerInsights });
const database = (more = {}) =>
  databaseAlarms({ instanceIdentifier: "pm-prod", instanceClass: "db.r6g.xlarge", storageGib: 100, ...more });
const cache = (purpose: "cache" | "session" | "queue") =>
  cacheAlarms({ memberClusterIds: ["pm-prod-001", "pm-prod-002"], purpose });
const replication = () =>
  bucketReplicationAlarms({ sourceBucket: "uploads", destinationBucket: "uploads-replica", ruleId: "all" });

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
      "unhealthy-admin: Maximum UnHealthyHostCount above 0, 5 × 60 s",
    ]);
    expect(loadBalancer()[3]?.metric).toMatchObject({
      dimensions: { LoadBalancer: "app/web/1", TargetGroup: "targetgroup/api/1" },
    });
  });

  it("watch a service's load, and its number of tasks where tasks are counted", () => {
    const load = [
      "cpu: Average CPUUtilization above 80, 2 × 300 s",
      "memory: Average MemoryUtilization above 80, 2 × 300 s",
    ];
    expect(figures(service())).toEqual([...load, "missing-tasks: desired - running above 0, 10 × 60 s"]);
    expect(figures(service(false))).toEqual(load);
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

  it("have a section of the runbook for every alarm", () => {
    const runbook = readFileSync(join(__dirname, "../../docs/runbooks/alarms.md"), "utf8");
    const sections = [...runbook.matchAll(/^### (\S+)$/gm)].map(([, section]) => section);
    const sets = [
      loadBalancer(),
      service(),
      database(),
      cache("session"),
      cdnAlarms({ distributionId: "E1" }),
      firewallAlarms({ webAclMetricName: "edge" }),
      replication(),
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
