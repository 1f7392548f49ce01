import { GoldenManifest } from "./manifest";

// The figures are those of the applications' own deployment guides.

const cidrs = (stack: GoldenManifest, tier: string): string[] =>
  stack
    .all("aws:ec2/subnet:Subnet")
    .filter(({ inputs }) => (inputs["tags"] as { tier: string }).tier === tier)
    .map(({ inputs }) => String(inputs["cidrBlock"]))
    .sort();

const container = (stack: GoldenManifest, name: string) =>
  JSON.parse(stack.inputs("aws:ecs/taskDefinition:TaskDefinition", name).containerDefinitions)[0];

describe.each(["prod", "staging", "dev"])("PM Document Intelligence, %s", (name) => {
  const stack = new GoldenManifest(name);

  it("has the guide's network: 10.0.0.0/16, two public and two private subnets over two zones", () => {
    expect(stack.inputs("aws:ec2/vpc:Vpc").cidrBlock).toBe("10.0.0.0/16");
    expect(cidrs(stack, "public")).toEqual(["10.0.0.0/24", "10.0.1.0/24"]);
    expect(cidrs(stack, "private")).toEqual(["10.0.10.0/24", "10.0.11.0/24"]);
    const zones = stack.all("aws:ec2/subnet:Subnet").map(({ inputs }) => inputs["availabilityZone"]);
    expect([...new Set(zones)].sort()).toEqual(["us-east-1a", "us-east-1b"]);
  });

  it("keeps backups for 7 days, made at 03:00, and is maintained on Sunday at 04:00", () => {
    const { backupRetentionPeriod, backupWindow, maintenanceWindow } = stack.inputs("aws:rds/instance:Instance");
    expect([backupRetentionPeriod, backupWindow, maintenanceWindow]).toEqual([7, "03:00-04:00", "sun:04:00-sun:05:00"]);
  });

  it("asks /health/ready on port 8000 for health", () => {
    const { healthCheck, port } = stack.inputs("aws:lb/targetGroup:TargetGroup");
    expect([healthCheck.path, port]).toEqual(["/health/ready", 8000]);
  });

  it("gives tasks every key of the guide by reference and no secret by value", () => {
    const { environment, secrets } = container(stack, "api");
    const names = secrets.map((secret: { name: string }) => secret.name);
    expect(names).toEqual(
      expect.arrayContaining([
        "DATABASE_PASSWORD",
        "JWT_SECRET_KEY",
        "OPENAI_API_KEY",
        "PUBNUB_PUBLISH_KEY",
        "SECRET_KEY",
      ]),
    );
    secrets.forEach(({ valueFrom }: { valueFrom: string }) =>
      expect(valueFrom).toMatch(/^arn:aws:secretsmanager:us-east-1:/),
    );
    const values = Object.fromEntries(
      environment.map(({ name, value }: { name: string; value: string }) => [name, value]),
    );
    expect(values).toMatchObject({
      DATABASE_PORT: "5432",
      DATABASE_SSLMODE: "require",
      REDIS_PORT: "6379",
      REDIS_TLS: "true",
    });
    expect(Object.keys(values).filter((variable) => /PASSWORD|SECRET|TOKEN/.test(variable))).toEqual([]);
  });
});

describe("PM Document Intelligence, prod", () => {
  const stack = new GoldenManifest("prod");

  it("runs three tasks of 4 vCPU and 8 GB", () => {
    const { cpu, memory } = stack.inputs("aws:ecs/taskDefinition:TaskDefinition", "api");
    const { minCapacity } = stack.inputs("aws:appautoscaling/target:Target");
    expect([cpu, memory, minCapacity]).toEqual(["4096", "8192", 3]);
  });

  it("has a Multi-AZ db.r6g.xlarge and a cache.r6g.large with failover", () => {
    expect(stack.inputs("aws:rds/instance:Instance")).toMatchObject({
      instanceClass: "db.r6g.xlarge",
      multiAz: true,
      deletionProtection: true,
      manageMasterUserPassword: true,
    });
    expect(stack.inputs("aws:elasticache/replicationGroup:ReplicationGroup")).toMatchObject({
      nodeType: "cache.r6g.large",
      multiAzEnabled: true,
      automaticFailoverEnabled: true,
      numCacheClusters: 2,
      transitEncryptionEnabled: true,
    });
  });

  it("has a NAT gateway in each zone", () => {
    expect(stack.all("aws:ec2/natGateway:NatGateway")).toHaveLength(2);
  });

  it("recovers within an hour and five minutes: a standby, and point-in-time recovery by kept backups", () => {
    const tags = JSON.parse(stack.inputs("pulumi:providers:aws").defaultTags).tags;
    expect(tags).toMatchObject({ "recovery-time-objective": "60 minutes", "recovery-point-objective": "5 minutes" });
    const { multiAz, backupRetentionPeriod } = stack.inputs("aws:rds/instance:Instance");
    expect([multiAz, backupRetentionPeriod > 0]).toEqual([true, true]);
  });

  it("copies documents and backups to a second region within 15 minutes, and tells when it takes longer", () => {
    for (const bucket of ["documents", "backups"]) {
      expect(stack.inputs("aws:s3/bucket:Bucket", `${bucket}-replica`).region).toBe("us-west-2");
      const [rule] = stack.inputs(
        "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
        `${bucket}-replication`,
      ).rules;
      expect(rule.destination.replicationTime).toEqual({ status: "Enabled", time: { minutes: 15 } });
      const alarm = stack.inputs("aws:cloudwatch/metricAlarm:MetricAlarm", `${bucket}-replication-alarms-latency`);
      expect([alarm.threshold, alarm.dimensions.RuleId]).toEqual([15 * 60, rule.id]);
    }
  });

  it("moves old documents to infrequent access, and backups to Glacier for a year", () => {
    const lifecycle = (bucket: string) =>
      stack.inputs("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", `${bucket}-lifecycle`).rules[0];
    expect(lifecycle("documents").transitions).toEqual([{ days: 30, storageClass: "STANDARD_IA" }]);
    expect(lifecycle("documents").noncurrentVersionExpiration).toEqual({ noncurrentDays: 90 });
    expect(lifecycle("backups").transitions).toEqual([{ days: 30, storageClass: "GLACIER" }]);
    expect(lifecycle("backups").expiration).toEqual({ days: 365 });
  });

  it("is reached through CloudFront and its firewall only", () => {
    const distribution = stack.inputs("aws:cloudfront/distribution:Distribution");
    expect(distribution.aliases).toEqual(["api.example.com"]);
    expect(distribution.webAclId).toMatch(/^arn:aws:wafv2:us-east-1:123456789012:global\/webacl\//);
    expect(distribution.orderedCacheBehaviors.map(({ pathPattern }: { pathPattern: string }) => pathPattern)).toEqual([
      "/static/*",
    ]);
    expect(stack.inputs("aws:lb/loadBalancer:LoadBalancer").internal).toBe(true);
    const ingress = stack.inputs(
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      "ingress-https-prefix-list",
    );
    expect(ingress.prefixListId).toMatch(/^pl-/);
    expect(ingress.cidrIpv4).toBeUndefined();
  });

  it("protects from deletion everything that holds data", () => {
    const holders = [
      "aws:rds/instance:Instance",
      "aws:elasticache/replicationGroup:ReplicationGroup",
      "aws:s3/bucket:Bucket",
      "aws:kms/key:Key",
      "aws:secretsmanager/secret:Secret",
    ];
    for (const type of holders) {
      expect(stack.all(type).length).toBeGreaterThan(0);
      stack.all(type).forEach(({ name, options }) => expect([name, options.protect]).toEqual([name, true]));
    }
  });
});

describe("PM Document Intelligence, dev", () => {
  const stack = new GoldenManifest("dev");

  it("runs one task of 1 vCPU and 2 GB, a db.t3.small, a cache.t3.micro and one NAT gateway", () => {
    const { cpu, memory } = stack.inputs("aws:ecs/taskDefinition:TaskDefinition", "api");
    expect([cpu, memory, stack.inputs("aws:appautoscaling/target:Target").minCapacity]).toEqual(["1024", "2048", 1]);
    const { instanceClass, allocatedStorage, multiAz } = stack.inputs("aws:rds/instance:Instance");
    expect([instanceClass, allocatedStorage, multiAz]).toEqual(["db.t3.small", 20, false]);
    expect(stack.inputs("aws:elasticache/replicationGroup:ReplicationGroup").nodeType).toBe("cache.t3.micro");
    expect(stack.all("aws:ec2/natGateway:NatGateway")).toHaveLength(1);
  });

  it("sets the security headers at the load balancer, as no CDN does", () => {
    const listener = stack.inputs("aws:lb/listener:Listener", "ingress-https");
    expect(listener.routingHttpResponseStrictTransportSecurityHeaderValue).toMatch(/^max-age=\d{8}/);
    expect(listener.routingHttpResponseXContentTypeOptionsHeaderValue).toBe("nosniff");
    expect(stack.inputs("aws:lb/listener:Listener", "ingress-http").defaultActions[0].redirect.protocol).toBe("HTTPS");
  });
});

describe("staging is production's shape in development's sizes", () => {
  const [prod, staging, dev] = ["prod", "staging", "dev"].map((name) => new GoldenManifest(name)) as [
    GoldenManifest,
    GoldenManifest,
    GoldenManifest,
  ];

  it("declares the same resources as production, but pages nobody", () => {
    const pager = "pager-duty-";
    expect(prod.names("aws:cloudwatch/metricAlarm:MetricAlarm").filter((name) => name.startsWith(pager))).not.toEqual(
      [],
    );
    for (const type of [
      "aws:cloudfront/distribution:Distribution",
      "aws:wafv2/webAcl:WebAcl",
      "aws:s3/bucket:Bucket",
      "aws:cloudwatch/metricAlarm:MetricAlarm",
      "aws:kms/key:Key",
    ]) {
      expect(staging.names(type)).toEqual(prod.names(type).filter((name) => !name.startsWith(pager)));
    }
  });

  it("has development's task, database and cache", () => {
    const sizes = (stack: GoldenManifest) => [
      stack.inputs("aws:ecs/taskDefinition:TaskDefinition", "api").cpu,
      stack.inputs("aws:rds/instance:Instance").instanceClass,
      stack.inputs("aws:elasticache/replicationGroup:ReplicationGroup").nodeType,
    ];
    expect(sizes(staging)).toEqual(sizes(dev));
  });
});

describe("InsightShop", () => {
  const stack = new GoldenManifest("insightshop-prod");

  it("runs two tasks that answer /api/health, with Redis as session store", () => {
    expect(stack.inputs("aws:appautoscaling/target:Target").minCapacity).toBe(2);
    expect(stack.inputs("aws:lb/targetGroup:TargetGroup").healthCheck.path).toBe("/api/health");
    const [policy] = stack.inputs("aws:elasticache/parameterGroup:ParameterGroup").parameters;
    expect(policy).toEqual({ name: "maxmemory-policy", value: "volatile-lru" });
  });

  it("keeps static files at the edge for 30 days and opens CORS to its own names only", () => {
    const { defaultTtl, maxTtl } = stack.inputs("aws:cloudfront/cachePolicy:CachePolicy");
    expect([defaultTtl, maxTtl]).toEqual([30 * 86_400, 30 * 86_400]);
    const { corsConfig } = stack.inputs("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy");
    expect(corsConfig.accessControlAllowOrigins.items).not.toContain("*");
    expect(corsConfig.accessControlAllowOrigins.items).toHaveLength(2);
  });
});
