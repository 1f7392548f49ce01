import { declare, type Declared } from "../testing/declared";
import { Cache, type CacheArgs, CacheEngine, CachePurpose } from ".";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";

const args: CacheArgs = {
  vpcId: "vpc-0a1b2c3d",
  subnetIds: ["subnet-a", "subnet-b"],
  identifier: "pm-prod",
  kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/data",
  secretKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/secrets",
  engine: CacheEngine.Valkey,
  engineVersion: "8.0",
  nodeType: "cache.r6g.large",
  purpose: CachePurpose.Cache,
  multiZone: true,
  snapshotRetentionDays: 7,
  finalSnapshot: true,
  snapshotWindow: "03:00-04:00",
  maintenanceWindow: "sun:04:00-sun:05:00",
  logRetentionDays: 30,
  logKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/logs",
  secretName: "pm/prod/cache-auth-token",
};

const declareCache = (more: Partial<CacheArgs> = {}): Promise<Declared> =>
  declare(() => {
    new Cache("cache", { ...args, ...more });
  });

describe("Cache", () => {
  it("asks for TLS and a password, encrypts what it keeps, and fails over to a second zone", async () => {
    const declared = await declareCache();

    const group = declared.one(GROUP, "cache");
    expect(group.parentName).toBe("cache");
    expect(group.inputs).toEqual({
      replicationGroupId: "pm-prod",
      description: "cache of pm-prod",
      engine: "valkey",
      engineVersion: "8.0",
      nodeType: "cache.r6g.large",
      port: 6379,
      multiAzEnabled: true,
      automaticFailoverEnabled: true,
      numCacheClusters: 2,
      parameterGroupName: declared.one("aws:elasticache/parameterGroup:ParameterGroup").outputs.name,
      subnetGroupName: declared.one("aws:elasticache/subnetGroup:SubnetGroup").outputs.name,
      securityGroupIds: [declared.one("aws:ec2/securityGroup:SecurityGroup").outputs.id],
      transitEncryptionEnabled: true,
      transitEncryptionMode: "required",
      authToken: declared.one("random:index/randomPassword:RandomPassword").outputs.result,
      authTokenUpdateStrategy: "ROTATE",
      atRestEncryptionEnabled: true,
      kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/data",
      snapshotRetentionLimit: 7,
      snapshotWindow: "03:00-04:00",
      finalSnapshotIdentifier: "pm-prod-final",
      maintenanceWindow: "sun:04:00-sun:05:00",
      autoMinorVersionUpgrade: true,
      logDeliveryConfigurations: [
        {
          logType: "slow-log",
          logFormat: "json",
          destinationType: "cloudwatch-logs",
          destination: "/aws/elasticache/pm-prod/slow-log",
        },
        {
          logType: "engine-log",
          logFormat: "json",
          destinationType: "cloudwatch-logs",
          destination: "/aws/elasticache/pm-prod/engine-log",
        },
      ],
    });
  });

  it("goes with a last snapshot, or without one where nothing is to be kept", async () => {
    expect((await declareCache({ finalSnapshot: false })).one(GROUP).inputs).not.toHaveProperty(
      "finalSnapshotIdentifier",
    );
  });

  it("is protected, with its secret, where it is told to be", async () => {
    const declared = await declare(() => {
      new Cache("cache", args, { protect: true });
    });

    expect(declared.one(GROUP).options.protect).toBe(true);
    expect(declared.one("aws:secretsmanager/secret:Secret").options.protect).toBe(true);
  });

  it("keeps the password in its secret, and nowhere in the open", async () => {
    const declared = await declareCache({ secretRecoveryWindowDays: 0 });

    expect(declared.one("aws:secretsmanager/secret:Secret", "cache-auth").inputs).toEqual({
      name: "pm/prod/cache-auth-token",
      description: "Password of the cache pm-prod",
      kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/secrets",
      recoveryWindowInDays: 0,
    });
    const password = declared.one("random:index/randomPassword:RandomPassword");
    expect(password.inputs).toEqual({ length: 64, special: false });
    const version = declared.one("aws:secretsmanager/secretVersion:SecretVersion");
    expect(version.inputs.secretString).toBe(password.outputs.result);
    expect(declared.one(GROUP).wire["authToken"]).toMatchObject({ value: password.outputs.result });
  });

  it("stands in the given subnets, in a group that no rule opens", async () => {
    const declared = await declareCache();

    const subnets = declared.one("aws:elasticache/subnetGroup:SubnetGroup", "cache-subnets");
    expect(subnets.parentName).toBe("cache");
    expect(subnets.inputs).toEqual({ subnetIds: ["subnet-a", "subnet-b"], description: "Subnets of pm-prod" });
    expect(declared.one("aws:ec2/securityGroup:SecurityGroup", "cache-security-group").inputs).toEqual({
      vpcId: "vpc-0a1b2c3d",
      description: "Cache pm-prod",
      revokeRulesOnDelete: true,
    });
    expect(declared.recording.resources.filter(({ type }) => type.includes("securityGroupIngressRule"))).toEqual([]);
  });

  it("logs into groups with retention and encryption, which exist first", async () => {
    const declared = await declareCache();

    const groups = declared.all("aws:cloudwatch/logGroup:LogGroup");
    expect(groups.map(({ inputs }) => [inputs.name, inputs.retentionInDays, inputs.kmsKeyId])).toEqual([
      ["/aws/elasticache/pm-prod/slow-log", 30, "arn:aws:kms:us-east-1:123456789012:key/logs"],
      ["/aws/elasticache/pm-prod/engine-log", 30, "arn:aws:kms:us-east-1:123456789012:key/logs"],
    ]);
    expect(declared.one(GROUP).dependencies).toEqual(expect.arrayContaining(groups.map(({ urn }) => urn)));
  });

  it.each([
    [CachePurpose.Cache, "allkeys-lru"],
    [CachePurpose.Session, "volatile-lru"],
    [CachePurpose.Queue, "noeviction"],
  ])("evicts for a %s by %s", async (purpose, policy) => {
    const group = (await declareCache({ purpose })).one(
      "aws:elasticache/parameterGroup:ParameterGroup",
      "cache-valkey8",
    );

    expect(group.parentName).toBe("cache");
    expect(group.inputs.family).toBe("valkey8");
    expect(group.inputs.parameters).toEqual([{ name: "maxmemory-policy", value: policy }]);
  });

  it("has a parameter group whose name AWS takes, for Redis 6 as well", async () => {
    const declared = await declareCache({ engine: CacheEngine.Redis, engineVersion: "6.2" });

    const group = declared.one("aws:elasticache/parameterGroup:ParameterGroup", "cache-redis6-x");
    expect(group.inputs.family).toBe("redis6.x");
  });

  it("spreads keys over shards in cluster mode", async () => {
    const declared = await declareCache({ shards: 2 });

    const { inputs } = declared.one(GROUP);
    expect([inputs.numNodeGroups, inputs.replicasPerNodeGroup, inputs.numCacheClusters]).toEqual([2, 1, undefined]);
    expect(declared.one("aws:elasticache/parameterGroup:ParameterGroup").inputs.parameters).toEqual([
      { name: "cluster-enabled", value: "yes" },
      { name: "maxmemory-policy", value: "allkeys-lru" },
    ]);
  });

  it("is one node without zones to spare, unless told otherwise", async () => {
    const nodes = async (more: Partial<CacheArgs>) => (await declareCache(more)).one(GROUP).inputs.numCacheClusters;

    expect(await nodes({ multiZone: false })).toBe(1);
    expect(await nodes({ multiZone: false, replicas: 2 })).toBe(3);
  });

  it.each([
    [1, /^master\.pm-prod\.\w{6}\.use1\.cache\.amazonaws\.com$/, /^replica\./, ["pm-prod-001", "pm-prod-002"]],
    [
      2,
      /^clustercfg\.pm-prod\.\w{6}\.use1\.cache\.amazonaws\.com$/,
      undefined,
      ["pm-prod-0001-001", "pm-prod-0001-002", "pm-prod-0002-001", "pm-prod-0002-002"],
    ],
  ])(
    "tells with %s shard(s) where it answers and what its nodes are called",
    async (shards, primary, reader, nodes) => {
      const seen: { [output: string]: unknown } = {};
      const declared = await declare(() => {
        const cache = new Cache("cache", { ...args, shards });
        cache.primaryEndpoint.apply((host) => (seen["primaryEndpoint"] = host));
        cache.readerEndpoint?.apply((host) => (seen["readerEndpoint"] = host));
        cache.port.apply((port) => (seen["port"] = port));
        cache.authSecretArn.apply((arn) => (seen["authSecretArn"] = arn));
        cache.securityGroupId.apply((id) => (seen["securityGroupId"] = id));
        cache.replicationGroupId.apply((id) => (seen["replicationGroupId"] = id));
        seen["memberClusterIds"] = cache.memberClusterIds;
      });

      expect(seen).toEqual({
        primaryEndpoint: expect.stringMatching(primary),
        ...(reader && { readerEndpoint: expect.stringMatching(reader) }),
        port: 6379,
        authSecretArn: declared.one("aws:secretsmanager/secret:Secret").outputs.arn,
        securityGroupId: declared.one("aws:ec2/securityGroup:SecurityGroup").outputs.id,
        replicationGroupId: "pm-prod",
        memberClusterIds: nodes,
      });
    },
  );

  it.each([
    [
      { identifier: "pm-prod-" },
      'identifier must be a letter and up to 39 lower-case letters, digits and single hyphens, got "pm-prod-"',
    ],
    [{ shards: 0 }, "shards must be a whole number, 1 or more, got 0"],
    [{ replicas: 6 }, "replicas must be a whole number from 0 to 5, got 6"],
    [{ replicas: 0 }, "replicas must be 1 or more with multiZone, got 0"],
    [{ purpose: CachePurpose.Queue, shards: 2 }, "shards must be 1 for a queue, got 2"],
    [{ snapshotRetentionDays: 36 }, "snapshotRetentionDays must be a whole number from 0 to 35, got 36"],
    [{ engineVersion: "8" }, 'Cache cache: engineVersion must be major.minor, 7.2 or later for valkey, got "8"'],
  ])("refuses %p before anything is created", async (wrong, message) => {
    const declared = await declare(() => {
      expect(() => new Cache("cache", { ...args, ...wrong })).toThrow(message);
    });

    expect(declared.all("aws:elasticache/subnetGroup:SubnetGroup")).toEqual([]);
  });
});
