import { GoldenManifest } from "../manifest";

// What the hardening checklist claims of every stack, read off the golden manifests.

interface Statement {
  Effect: "Allow" | "Deny";
  Principal?: unknown;
  Action: string | string[];
  Resource: string | string[];
  Condition?: unknown;
}

interface Container {
  name: string;
  user: string;
  privileged: boolean;
  readonlyRootFilesystem: boolean;
  linuxParameters: { capabilities: { add: string[]; drop: string[] } };
  logConfiguration: { logDriver: string; options: Record<string, string> };
  environment: { name: string; value: string }[];
  secrets: { name: string; valueFrom: string }[];
}

const STACKS = ["prod", "staging", "dev", "insightshop-prod"];
const BEHIND_CDN = STACKS.filter((name) => name !== "dev");
const PRODUCTION = STACKS.filter((name) => name.endsWith("prod"));

const KEY = /^arn:aws:kms:[a-z0-9-]+:123456789012:key\//;
const SECRET = /^arn:aws:secretsmanager:us-east-1:123456789012:secret:/;
const RULES = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const BUCKET = "aws:s3/bucket:Bucket";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read inputs of every shape
const inputs = (stack: GoldenManifest, type: string): any[] => stack.all(type).map((resource) => resource.inputs);
const names = (stack: GoldenManifest, type: string): string[] => stack.names(type).sort();

const statements = (stack: GoldenManifest, type: string): Statement[] =>
  inputs(stack, type).flatMap(({ policy }) => JSON.parse(policy).Statement);

const containers = (stack: GoldenManifest): Container[] =>
  inputs(stack, "aws:ecs/taskDefinition:TaskDefinition").flatMap(({ containerDefinitions }) =>
    JSON.parse(containerDefinitions),
  );

/** Tasks that run once for a deployment. */
const ONE_OFF = "pulumi-nodejs:dynamic/operations:OneOffTask";

/** The containers of services, without those of tasks that run once. */
const serving = (stack: GoldenManifest): Container[] =>
  stack
    .names("aws:ecs/service:Service")
    .flatMap((name) => JSON.parse(stack.inputs("aws:ecs/taskDefinition:TaskDefinition", name).containerDefinitions));

/** The bucket of each side resource of that type, with one of its inputs. */
const perBucket = (stack: GoldenManifest, type: string, input: string): [string, unknown][] =>
  inputs(stack, type).map((side): [string, unknown] => [side.bucket, side[input]]);

const bucketNames = (stack: GoldenManifest): string[] => inputs(stack, BUCKET).map(({ bucket }) => bucket);

/** The headers of every answer, from whoever sets them. */
function headersOf(stack: GoldenManifest) {
  const [policy] = inputs(stack, "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy");
  if (policy) {
    const headers = policy.securityHeadersConfig;
    const { accessControlMaxAgeSec, includeSubdomains } = headers.strictTransportSecurity;
    return {
      hsts: `max-age=${accessControlMaxAgeSec}${includeSubdomains ? "; includeSubDomains" : ""}`,
      contentSecurityPolicy: headers.contentSecurityPolicy.contentSecurityPolicy,
      frameOptions: headers.frameOptions.frameOption,
      contentTypeOptions: headers.contentTypeOptions.override ? "nosniff" : undefined,
    };
  }
  const listener = stack.inputs("aws:lb/listener:Listener", "ingress-https");
  return {
    hsts: listener.routingHttpResponseStrictTransportSecurityHeaderValue,
    contentSecurityPolicy: listener.routingHttpResponseContentSecurityPolicyHeaderValue,
    frameOptions: listener.routingHttpResponseXFrameOptionsHeaderValue,
    contentTypeOptions: listener.routingHttpResponseXContentTypeOptionsHeaderValue,
  };
}

describe.each(STACKS)("%s", (name) => {
  const stack = new GoldenManifest(name);

  it("tells browsers to keep to HTTPS for a year", () => {
    expect(headersOf(stack).hsts).toBe("max-age=31536000; includeSubDomains");
  });

  it("limits what a page loads and where its forms go", () => {
    const directives = headersOf(stack).contentSecurityPolicy.split("; ");
    expect(directives).toEqual(
      expect.arrayContaining(["default-src 'self'", "form-action 'self'", "object-src 'none'"]),
    );
  });

  it("lets nobody frame a page", () => {
    const { frameOptions, contentSecurityPolicy } = headersOf(stack);
    expect([frameOptions, contentSecurityPolicy]).toEqual(["DENY", expect.stringContaining("frame-ancestors 'none'")]);
  });

  it("forbids browsers to guess types", () => {
    expect(headersOf(stack).contentTypeOptions).toBe("nosniff");
  });

  it("opens CORS to named origins only", () => {
    const origins = [
      ...inputs(stack, "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy").flatMap(
        ({ corsConfig }) => corsConfig?.accessControlAllowOrigins.items ?? [],
      ),
      ...inputs(stack, "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration").flatMap(({ corsRules }) =>
        corsRules.flatMap(({ allowedOrigins }: { allowedOrigins: string[] }) => allowedOrigins),
      ),
    ];
    origins.forEach((origin) => expect(origin).toMatch(/^https:\/\/[a-z0-9.-]+$/));
  });

  it("answers over TLS 1.2 and newer, and redirects HTTP", () => {
    for (const listener of inputs(stack, "aws:lb/listener:Listener")) {
      if (listener.protocol === "HTTPS") expect(listener.sslPolicy).toMatch(/^ELBSecurityPolicy-TLS13-1-[23]-/);
      else
        expect(listener.defaultActions).toEqual([
          { type: "redirect", redirect: expect.objectContaining({ protocol: "HTTPS" }) },
        ]);
    }
    for (const { viewerCertificate, defaultCacheBehavior, orderedCacheBehaviors } of inputs(
      stack,
      "aws:cloudfront/distribution:Distribution",
    )) {
      expect(viewerCertificate.minimumProtocolVersion).toMatch(/^TLSv1\.2_202[15]$/);
      for (const { viewerProtocolPolicy } of [defaultCacheBehavior, ...(orderedCacheBehaviors ?? [])])
        expect(viewerProtocolPolicy).toBe("redirect-to-https");
    }
    expect(inputs(stack, "aws:lb/listener:Listener").map(({ protocol }) => protocol)).toContain("HTTPS");
  });

  it("speaks TLS with database, cache, buckets and topic", () => {
    const parameters = inputs(stack, "aws:rds/parameterGroup:ParameterGroup").flatMap((group) => group.parameters);
    expect(parameters).toContainEqual(expect.objectContaining({ name: "rds.force_ssl", value: "1" }));
    expect(stack.inputs("aws:elasticache/replicationGroup:ReplicationGroup")).toMatchObject({
      transitEncryptionEnabled: true,
      transitEncryptionMode: "required",
    });
    const denied = (type: string) =>
      statements(stack, type).filter(
        ({ Effect, Condition }) =>
          Effect === "Deny" && JSON.stringify(Condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
      );
    expect(denied("aws:s3/bucketPolicy:BucketPolicy")).toHaveLength(stack.all(BUCKET).length);
    expect(denied("aws:sns/topicPolicy:TopicPolicy")).toHaveLength(1);
  });

  it("gives the keys that sign sessions and tokens 64 characters, by reference", () => {
    const keys = stack.all("random:index/randomPassword:RandomPassword");
    expect(keys.map(({ name: key }) => key)).toEqual(expect.arrayContaining(["secret-key-value"]));
    keys.forEach(({ name: key, inputs: { length } }) => expect([key, length]).toEqual([key, 64]));
    const [secrets = []] = serving(stack).map((container) => container.secrets);
    for (const variable of [/^SECRET_KEY$/, /^JWT_SECRET/])
      expect(secrets.find((secret) => variable.test(secret.name))?.valueFrom).toMatch(SECRET);
  });

  it("names no secret, and no key of AWS, in a plain variable", () => {
    const variables = containers(stack).flatMap(({ environment }) => environment);
    expect(variables.length).toBeGreaterThan(0);
    expect(variables.filter((variable) => /PASSWORD|SECRET|TOKEN|_KEY|^AWS_(?!REGION$)/.test(variable.name))).toEqual(
      [],
    );
    expect(variables.filter(({ value }) => /\b(AKIA|ASIA)[A-Z2-7]{16}\b|:\/\/[^\s/:]*:[^\s/@]+@/.test(value))).toEqual(
      [],
    );
  });

  it("makes no user and no long-lived key", () => {
    expect([...stack.all("aws:iam/user:User"), ...stack.all("aws:iam/accessKey:AccessKey")]).toEqual([]);
  });

  it("grants what AWS can narrow on named resources only", () => {
    const granted = statements(stack, "aws:iam/rolePolicy:RolePolicy");
    const wide = granted.filter(({ Resource }) => [Resource].flat().includes("*"));
    const actions = (all: Statement[]) => all.flatMap(({ Action }) => Action);
    expect(granted.length).toBeGreaterThan(wide.length);
    expect(actions(granted).filter((action) => action.includes("*"))).toEqual([]);
    const metrics = granted.filter(({ Action }) => [Action].flat().includes("cloudwatch:PutMetricData"));
    metrics.forEach(({ Condition }) => expect(Condition).toHaveProperty(["StringEquals", "cloudwatch:namespace"]));
    // AWS knows no resources for these: the registry's token, the channels and the log of a session in a task, metrics, and
    // what a canary asks to find its bucket.
    expect(
      actions(wide).filter(
        (action) =>
          !/^(ecr:GetAuthorizationToken|logs:DescribeLogGroups|ssmmessages:(Create|Open)(Control|Data)Channel|cloudwatch:PutMetricData|s3:ListAllMyBuckets)$/.test(
            action,
          ),
      ),
    ).toEqual([]);
  });

  it("runs every container without root, rights or a root file system to write to", () => {
    expect(containers(stack).length).toBeGreaterThan(0);
    for (const { user, privileged, readonlyRootFilesystem, linuxParameters } of containers(stack)) {
      expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
      expect([privileged, readonlyRootFilesystem]).toEqual([false, true]);
      expect(linuxParameters.capabilities).toEqual({ add: [], drop: ["ALL"] });
    }
  });

  it("leaves the database's password to RDS", () => {
    const database = stack.inputs("aws:rds/instance:Instance");
    expect(database).toMatchObject({
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: expect.stringMatching(KEY),
    });
    expect(Object.keys(database).filter((input) => /^password/.test(input))).toEqual([]);
  });

  it("keeps every secret in Secrets Manager under a key of its own", () => {
    const secrets = inputs(stack, "aws:secretsmanager/secret:Secret");
    expect(secrets.length).toBeGreaterThan(2);
    const key = /^arn:aws:kms:us-east-1:123456789012:key\//;
    secrets.forEach(({ kmsKeyId }) => expect(kmsKeyId).toMatch(key));
    containers(stack)
      .flatMap((container) => container.secrets)
      .forEach(({ valueFrom }) => expect(valueFrom).toMatch(SECRET));
  });

  it("lets services out to what they use and to HTTPS, and everything else nowhere", () => {
    const rules = inputs(stack, RULES);
    const open = rules.filter(({ referencedSecurityGroupId }) => referencedSecurityGroupId === undefined);
    rules.forEach(({ ipProtocol, fromPort, toPort }) => expect([ipProtocol, toPort]).toEqual(["tcp", fromPort]));
    const outwardTasks = [...stack.names("aws:ecs/service:Service"), ...stack.names(ONE_OFF)];
    expect(open.map(({ fromPort }) => fromPort)).toEqual(outwardTasks.map(() => 443));
    const outward = stack.all(RULES).flatMap(({ propertyDependencies }) => propertyDependencies["securityGroupId"]);
    const groups = stack.all("aws:ec2/securityGroup:SecurityGroup").filter(({ urn }) => outward.includes(urn));
    expect(groups.map((group) => group.name).sort()).toEqual(["ingress", ...outwardTasks].sort());
    inputs(stack, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup").forEach(({ egress, ingress }) =>
      expect([egress ?? [], ingress ?? []]).toEqual([[], []]),
    );
  });

  it("encrypts the database by its own key", () => {
    expect(stack.inputs("aws:rds/instance:Instance")).toMatchObject({
      storageEncrypted: true,
      kmsKeyId: expect.stringMatching(KEY),
    });
  });

  it("encrypts the cache by its own key", () => {
    expect(stack.inputs("aws:elasticache/replicationGroup:ReplicationGroup")).toMatchObject({
      atRestEncryptionEnabled: true,
      kmsKeyId: expect.stringMatching(KEY),
    });
  });

  it("encrypts every bucket, by a key of its own where AWS can", () => {
    const encryption = inputs(
      stack,
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    );
    expect(encryption.map(({ bucket }) => bucket).sort()).toEqual(bucketNames(stack).sort());
    for (const { bucket, rules } of encryption) {
      const { sseAlgorithm, kmsMasterKeyId } = rules[0].applyServerSideEncryptionByDefault;
      if (/-access-logs-/.test(bucket)) expect([bucket, sseAlgorithm]).toEqual([bucket, "AES256"]);
      else expect([bucket, sseAlgorithm, kmsMasterKeyId]).toEqual([bucket, "aws:kms", expect.stringMatching(KEY)]);
    }
  });

  it("encrypts the alarm topic", () => {
    expect(stack.inputs("aws:sns/topic:Topic").kmsMasterKeyId).toMatch(KEY);
  });

  it("keeps every log for a set time, encrypted", () => {
    const days = name === "dev" ? 7 : 30;
    const groups = inputs(stack, "aws:cloudwatch/logGroup:LogGroup");
    expect(groups.length).toBeGreaterThan(5);
    for (const { name: group, retentionInDays, kmsKeyId } of groups)
      expect([group, retentionInDays, kmsKeyId]).toEqual([group, days, expect.stringMatching(KEY)]);
  });

  it("opens no bucket to the public", () => {
    const blocks = inputs(stack, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
    expect(blocks.map(({ bucket }) => bucket).sort()).toEqual(bucketNames(stack).sort());
    for (const block of blocks)
      expect(block).toMatchObject({
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      });
    const ownership = perBucket(stack, "aws:s3/bucketOwnershipControls:BucketOwnershipControls", "rule");
    expect(ownership).toHaveLength(blocks.length);
    ownership.forEach(([, rule]) => expect(rule).toEqual({ objectOwnership: "BucketOwnerEnforced" }));
    const admitted = statements(stack, "aws:s3/bucketPolicy:BucketPolicy").filter(({ Effect }) => Effect === "Allow");
    expect(admitted.filter(({ Principal }) => /"\*"/.test(JSON.stringify(Principal)))).toEqual([]);
  });

  it("keeps versions in every bucket", () => {
    const versioning = perBucket(stack, "aws:s3/bucketVersioning:BucketVersioning", "versioningConfiguration");
    expect(versioning.map(([bucket]) => bucket).sort()).toEqual(bucketNames(stack).sort());
    versioning.forEach(([, configuration]) => expect(configuration).toEqual({ status: "Enabled" }));
  });

  it("backs up the database for a week and the cache each day", () => {
    const database = stack.inputs("aws:rds/instance:Instance");
    expect([database.backupRetentionPeriod, database.skipFinalSnapshot]).toEqual([7, false]);
    expect(
      stack.inputs("aws:elasticache/replicationGroup:ReplicationGroup").snapshotRetentionLimit,
    ).toBeGreaterThanOrEqual(1);
  });

  it("counts the errors in each service's log", () => {
    const watched = inputs(stack, "aws:cloudwatch/logMetricFilter:LogMetricFilter");
    const logs = serving(stack).map(({ logConfiguration }) => logConfiguration.options["awslogs-group"]);
    expect(watched.map(({ logGroupName }) => logGroupName).sort()).toEqual(logs.sort());
    const alarms = inputs(stack, "aws:cloudwatch/metricAlarm:MetricAlarm");
    for (const { metricTransformation } of watched)
      expect(alarms).toContainEqual(
        expect.objectContaining({
          namespace: metricTransformation.namespace,
          metricName: metricTransformation.name,
          threshold: 10,
          period: 300,
          datapointsToAlarm: 2,
        }),
      );
  });

  it("asks every service for its health, and rolls back what is not well", () => {
    const services = inputs(stack, "aws:ecs/service:Service");
    const targets = inputs(stack, "aws:lb/targetGroup:TargetGroup");
    expect(targets).toHaveLength(services.length);
    targets.forEach(({ healthCheck }) => expect(healthCheck).toMatchObject({ enabled: true, matcher: "200" }));
    services.forEach((service) =>
      expect(service).toMatchObject({
        deploymentCircuitBreaker: { enable: true, rollback: true },
        alarms: { enable: true, rollback: true },
      }),
    );
  });

  it("sends every container's output to a log group of the stack", () => {
    const groups = inputs(stack, "aws:cloudwatch/logGroup:LogGroup").map((group) => group.name);
    for (const { logConfiguration } of containers(stack)) {
      expect(logConfiguration.logDriver).toBe("awslogs");
      expect(groups).toContain(logConfiguration.options["awslogs-group"]);
    }
  });

  it("rings at the topic for every alarm, with a link to the runbook", () => {
    const alarms = inputs(stack, "aws:cloudwatch/metricAlarm:MetricAlarm");
    expect(alarms.length).toBeGreaterThan(15);
    for (const { name: alarm, alarmActions, alarmDescription, actionsEnabled } of alarms) {
      expect([alarm, alarmActions]).toEqual([
        alarm,
        [expect.stringMatching(/^arn:aws:sns:us-east-1:123456789012:alarms-/)],
      ]);
      expect(alarmDescription).toMatch(/ Runbook: https:\/\/\S+#[a-z-]+$/);
      expect(actionsEnabled).not.toBe(false);
    }
  });
});

describe.each(BEHIND_CDN)("%s behind CloudFront", (name) => {
  const stack = new GoldenManifest(name);

  it("keeps paths from other sites, where a CDN is in front", () => {
    const { securityHeadersConfig } = stack.inputs("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy");
    expect(securityHeadersConfig.referrerPolicy).toEqual({
      override: true,
      referrerPolicy: "strict-origin-when-cross-origin",
    });
  });

  it("sends the headers with every path", () => {
    const { defaultCacheBehavior, orderedCacheBehaviors = [] } = stack.inputs(
      "aws:cloudfront/distribution:Distribution",
    );
    const policies = [defaultCacheBehavior, ...orderedCacheBehaviors].map((each) => each.responseHeadersPolicyId);
    expect(new Set(policies).size).toBe(1);
    expect(policies[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("limits how often one client may ask, where a firewall is in front", () => {
    const limits: { limit: number; scopeDownStatement?: unknown; aggregateKeyType: string }[] = stack
      .inputs("aws:wafv2/webAcl:WebAcl")
      .rules.flatMap((rule: { statement: { rateBasedStatement?: object } }) => rule.statement.rateBasedStatement ?? []);
    const [everywhere, ...others] = limits.filter(({ scopeDownStatement }) => scopeDownStatement === undefined);
    expect([everywhere?.limit, everywhere?.aggregateKeyType, others]).toEqual([2000, "IP", []]);
    const paths = limits.filter(({ scopeDownStatement }) => scopeDownStatement !== undefined);
    expect(paths.length).toBeGreaterThan(0);
    paths.forEach(({ limit }) => expect(limit).toBeLessThan(2000));
  });

  it("stands behind managed firewall rules that block", () => {
    const { rules } = stack.inputs("aws:wafv2/webAcl:WebAcl");
    const blocking = rules
      .filter(({ overrideAction }: { overrideAction?: { none?: object } }) => overrideAction?.none)
      .map((rule: { name: string }) => rule.name);
    expect(blocking).toEqual(
      expect.arrayContaining([
        "AWSManagedRulesCommonRuleSet",
        "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesSQLiRuleSet",
      ]),
    );
    expect(stack.inputs("aws:cloudfront/distribution:Distribution").webAclId).toMatch(/:global\/webacl\/firewall-/);
  });

  it("turns debugging on nowhere but in development", () => {
    const variables = containers(stack).flatMap(({ environment }) => environment);
    expect(variables.filter((each) => /DEBUG$/.test(each.name) && !/^(false|0)$/i.test(each.value))).toEqual([]);
    expect(variables.filter((each) => /ENV(IRONMENT)?$/.test(each.name) && /^dev/.test(each.value))).toEqual([]);
  });
});

describe.each(PRODUCTION)("%s in production", (name) => {
  const stack = new GoldenManifest(name);

  it("runs production in several zones", () => {
    expect(stack.inputs("aws:rds/instance:Instance").multiAz).toBe(true);
    expect(stack.inputs("aws:elasticache/replicationGroup:ReplicationGroup")).toMatchObject({
      multiAzEnabled: true,
      automaticFailoverEnabled: true,
    });
    inputs(stack, "aws:appautoscaling/target:Target").forEach(({ minCapacity }) =>
      expect(minCapacity).toBeGreaterThanOrEqual(2),
    );
    inputs(stack, "aws:ecs/service:Service").forEach(({ networkConfiguration, availabilityZoneRebalancing }) =>
      expect([networkConfiguration.subnets.length, availabilityZoneRebalancing]).toEqual([2, "ENABLED"]),
    );
    expect(names(stack, "aws:ec2/natGateway:NatGateway")).toEqual(["network-nat-1", "network-nat-2"]);
  });
});
