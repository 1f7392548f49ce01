import { parseStackConfig } from "./stack-config";
import { changed, onlyProblem, pulumiForm, refusal, soundConfig } from "./test-stack";

const api = (key: string) => `platform:services.api.${key}`;

/** Each case: what is changed in a sound production stack, and the one problem that comes of it. */
const CASES: [what: string, changes: Record<string, unknown>, problem: Record<string, unknown>][] = [
  [
    "an unknown section",
    { "platform:databse": {} },
    { key: "platform:databse", suggestion: "database", fix: "did you mean database? Rename the key, or remove it" },
  ],
  [
    "an unknown key, however deep",
    { [api("health.gracePeriodSeconds")]: 30 },
    { key: api("health.gracePeriodSeconds"), got: "a key that is not known here", suggestion: "gracePeriod" },
  ],
  [
    "a number in quotes",
    { [api("port")]: "8000" },
    {
      key: api("port"),
      got: 'the text "8000"',
      expected: "a whole number from 1 to 65535",
      fix: "write 8000 without quotes",
    },
  ],
  [
    "a version without quotes",
    { "platform:database.version": 17 },
    { key: "platform:database.version", got: "the number 17", fix: "put the value in quotes" },
  ],
  [
    "a section that is a text",
    { "platform:network": "10.0.0.0/16" },
    {
      key: "platform:network",
      got: 'the text "10.0.0.0/16"',
      expected: expect.stringContaining("a map with the keys cidr"),
    },
  ],
  [
    "a missing section",
    { "platform:alarms": undefined },
    { key: "platform:alarms", got: "nothing", fix: expect.stringMatching(/^add it, for example \{"emails":/) },
  ],
  [
    "a missing region",
    { "aws:region": undefined },
    { key: "aws:region", got: "nothing", fix: "write, for example, aws:region: us-east-1" },
  ],
  [
    "an account that YAML took for a number",
    { "platform:account": 123 },
    { key: "platform:account", expected: "the twelve digits of an AWS account, in quotes" },
  ],
  [
    "a service under a name of the platform's own",
    {
      "platform:services.database": {
        image: { tag: "v1.0.0" },
        port: 9000,
        paths: ["/db/*"],
        health: { path: "/health" },
        scaling: { min: 2, max: 4 },
      },
    },
    { key: "platform:services.database", got: "the name database, which belongs to the platform" },
  ],
  [
    "a secret under a name of the platform's own",
    { "platform:secrets.CACHE_AUTH_TOKEN": { description: "Ours" } },
    { key: "platform:secrets.CACHE_AUTH_TOKEN", fix: "rename it, for example after what it does" },
  ],
  [
    "subnets that overlap",
    {
      "platform:network.subnets": { public: ["10.0.0.0/24", "10.0.1.0/24"], private: ["10.0.1.0/24", "10.0.11.0/24"] },
    },
    {
      key: "platform:network.subnets.private[0]",
      got: "subnets.private[0] 10.0.1.0/24 overlaps subnets.public[1] 10.0.1.0/24",
    },
  ],
  [
    "a network that is too small",
    { "platform:network.cidr": "10.0.0.0/26" },
    { key: "platform:network.cidr", got: expect.stringContaining("too small") },
  ],
  [
    "fewer zones than subnets need",
    {
      "platform:network.subnets": {
        public: ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"],
        private: ["10.0.10.0/24", "10.0.11.0/24"],
      },
    },
    { key: "platform:network.subnets.public", got: expect.stringContaining("3 blocks for 2 availability zones") },
  ],
  [
    "a list that is a text",
    { "platform:network.availabilityZones": "us-east-1a" },
    { key: "platform:network.availabilityZones", got: 'the text "us-east-1a"' },
  ],
  [
    "a zone of another region",
    { "platform:network.availabilityZones": ["us-east-1a", "eu-west-1b"] },
    {
      key: "platform:network.availabilityZones[1]",
      got: "the zone eu-west-1b, which is outside aws:region, us-east-1",
    },
  ],
  [
    "no way out of the network",
    {
      "platform:network.nat": "none",
      "platform:network.interfaceEndpoints": false,
      "platform:reasons": {
        "network.nat": "Nothing leaves the network",
        "network.interfaceEndpoints": "Nothing leaves the network",
      },
    },
    { key: "platform:network.nat", got: "none, while platform:network.interfaceEndpoints is false" },
  ],
  [
    "a pair of CPU and memory that Fargate does not offer",
    { [api("size")]: { cpu: 1024, memory: 1024 } },
    {
      key: api("size"),
      got: "1024 CPU units with 1024 MiB",
      expected: "memory between 2048 and 8192 in steps of 1024 MiB for 1024 CPU units",
    },
  ],
  [
    "a health path without a slash",
    { [api("health.path")]: "health" },
    { key: api("health.path"), got: 'the text "health"', expected: "a path that starts with a slash, such as /health" },
  ],
  [
    "a health check that outlives its interval",
    { [api("health.timeout")]: 30 },
    { key: api("health.timeout"), got: "30 seconds, with a check every 30 seconds" },
  ],
  [
    "scaling min above max",
    { [api("scaling")]: { min: 5, max: 3 } },
    { key: api("scaling.min"), got: `the number 5, above ${api("scaling.max")}, 3`, fix: "lower min or raise max" },
  ],
  [
    "a deployment that can neither start nor stop a task",
    { [api("deployment")]: { minimumHealthyPercent: 100, maximumPercent: 100 } },
    {
      key: api("deployment.maximumPercent"),
      got: `100, while ${api("deployment.minimumHealthyPercent")} is 100 as well`,
    },
  ],
  [
    "more paths and hosts than a rule takes",
    {
      "platform:domain.alternativeNames": ["*.example.com"],
      [api("paths")]: ["/a/*", "/b/*", "/c/*"],
      [api("hosts")]: ["a.example.com", "b.example.com", "c.example.com"],
    },
    { key: api("paths"), got: "3 paths, with 3 hosts" },
  ],
  [
    "a bucket that does not exist",
    { [api("uses.buckets")]: { document: "read" } },
    { key: api("uses.buckets"), got: "the bucket document, which this stack does not have", suggestion: "documents" },
  ],
  [
    "a secret that does not exist",
    { [api("uses.secrets")]: ["JWT_SECRET"] },
    { key: api("uses.secrets[0]"), expected: "one of JWT_SECRET_KEY", suggestion: "JWT_SECRET_KEY" },
  ],
  [
    "a database that does not exist",
    { "platform:database": undefined },
    {
      key: api("uses.database"),
      got: "true, but this stack has no database",
      fix: "add platform:database, or remove the key",
    },
  ],
  [
    "a cache that does not exist",
    { "platform:cache": undefined },
    { key: api("uses.cache"), got: "true, but this stack has no cache" },
  ],
  [
    "two services on one path",
    { "platform:services.web": { image: { tag: "v1" }, port: 80 } },
    {
      key: "platform:services.web.paths[0]",
      got: "/* on every host, which leads to api already (platform:services.api.paths)",
    },
  ],
  [
    "a domain outside its zone",
    { "platform:domain.name": "api.example.org" },
    {
      key: "platform:domain.name",
      got: 'the text "api.example.org", which is outside platform:domain.zone, "example.com"',
    },
  ],
  [
    "a domain that only ends like its zone",
    { "platform:domain.name": "apiexample.com" },
    { key: "platform:domain.name", expected: "example.com or a name that ends in .example.com" },
  ],
  [
    "a host that the certificate does not hold",
    { [api("hosts")]: ["shop.example.com"] },
    { key: api("hosts[0]"), expected: "one of api.example.com" },
  ],
  [
    "latest in production",
    { [api("image")]: { tag: "latest" } },
    { key: api("image.tag"), got: 'the text "latest", a tag that moves with every push' },
  ],
  [
    "an image by tag and digest",
    { [api("image.tag")]: "v1" },
    { key: api("image"), got: "a tag and a digest", expected: "exactly one of tag and digest" },
  ],
  ["no image at all", { [api("image")]: undefined }, { key: api("image"), got: "neither image nor build" }],
  [
    "an image and a build",
    { [api("build")]: { context: "../app" } },
    { key: api("image"), got: `an image, and ${api("build")} as well` },
  ],
  [
    "a variable that is a secret as well",
    {
      [api("uses.secrets")]: ["GREETING"],
      "platform:secrets.GREETING": { description: "A word" },
      [api("environment.GREETING")]: "hi",
    },
    { key: api("environment.GREETING"), got: `a variable that ${api("uses.secrets")} sets as well` },
  ],
  [
    "a retention that CloudWatch does not offer",
    { "platform:logs.retentionDays": 45 },
    { key: "platform:logs.retentionDays", got: "the number 45", expected: expect.stringContaining("30, 60, 90") },
  ],
  [
    "backups for longer than RDS keeps them",
    { "platform:database.backup": { retentionDays: 36 } },
    { key: "platform:database.backup.retentionDays", expected: "a whole number from 0 to 35" },
  ],
  [
    "a window in another form",
    { "platform:database.backup.window": "3am" },
    { key: "platform:database.backup.window", expected: "a window hh:mm-hh:mm in UTC, in quotes, such as 03:00-04:00" },
  ],
  [
    "a window that is too short",
    { "platform:database.backup.window": "03:00-03:20" },
    {
      key: "platform:database.backup.window",
      got: "03:00-03:20, 20 minutes long",
      expected: "a window of at least 30 minutes",
    },
  ],
  [
    "a cache's window of half an hour",
    { "platform:cache.snapshotWindow": "02:00-02:30" },
    { key: "platform:cache.snapshotWindow", expected: "a window of at least 60 minutes" },
  ],
  [
    "a backup during maintenance",
    { "platform:database.backup.window": "04:30-05:30" },
    {
      key: "platform:database.backup.window",
      got: "04:30-05:30, which overlaps platform:database.maintenanceWindow, sun:04:00-sun:05:00",
    },
  ],
  [
    "storage without room to grow",
    { "platform:database.maxStorage": 105 },
    { key: "platform:database.maxStorage", expected: "at least 110, a tenth more than the storage" },
  ],
  [
    "a parameter that would turn TLS off",
    { "platform:database.parameters": { "rds.force_ssl": "0" } },
    {
      key: 'platform:database.parameters["rds.force_ssl"]',
      expected: expect.stringContaining("other than rds.force_ssl"),
    },
  ],
  [
    "a queue over several shards",
    { "platform:cache.purpose": "queue", "platform:cache.shards": 2 },
    { key: "platform:cache.shards", got: "2, while platform:cache.purpose is queue" },
  ],
  [
    "failover without a replica",
    { "platform:cache.replicas": 0 },
    { key: "platform:cache.replicas", got: "0, while platform:cache.multiZone is true" },
  ],
  [
    "a version of Redis that there is not",
    { "platform:cache.version": "8.0" },
    { key: "platform:cache.version", expected: "7.0 or 7.1: later versions are of valkey" },
  ],
  [
    "a copy in the same region",
    { "platform:buckets.documents.replication": { region: "us-east-1" } },
    { key: "platform:buckets.documents.replication.region", got: "us-east-1, which is aws:region itself" },
  ],
  [
    "objects that go before they move",
    { "platform:buckets.documents.lifecycle": { glacierAfterDays: 30, expireAfterDays: 30 } },
    { key: "platform:buckets.documents.lifecycle.expireAfterDays", expected: "more than 30" },
  ],
  [
    "moves of objects too close together",
    { "platform:buckets.documents.lifecycle": { infrequentAccessAfterDays: 30, glacierAfterDays: 45 } },
    {
      key: "platform:buckets.documents.lifecycle.glacierAfterDays",
      expected: "at least 60, 30 days after the first move",
    },
  ],
  [
    "pages of every site",
    { "platform:cdn.corsOrigins": ["*"] },
    { key: "platform:cdn.corsOrigins[0]", expected: expect.stringContaining("never *") },
  ],
  [
    "static content from a bucket that does not exist",
    { "platform:cdn.staticContent": [{ path: "/static/*", bucket: "statics" }] },
    { key: "platform:cdn.staticContent[0].bucket", suggestion: "static" },
  ],
  [
    "one cached path twice",
    { "platform:cdn.staticContent": [{ path: "/static/*" }, { path: "/static/*" }] },
    { key: "platform:cdn.staticContent[1].path", got: "/static/*, which entry 0 has already" },
  ],
  [
    "a site from a bucket that the stack does not have",
    { "platform:cdn.site": { bucket: "statics" }, [api("paths")]: ["/api/*"] },
    { key: "platform:cdn.site.bucket", suggestion: "static" },
  ],
  [
    "a site beside a service that answers for everything",
    { "platform:cdn.site": { bucket: "static" } },
    { key: api("paths"), got: "the path /*, which platform:cdn.site serves from a bucket" },
  ],
  [
    "a bucket with a name that is too long for S3",
    {
      "platform:application": "a-long-application",
      "platform:buckets.uploads-of-all-customers-here": { replication: { region: "us-west-2" } },
    },
    {
      key: "platform:buckets.uploads-of-all-customers-here",
      fix: expect.stringMatching(/^shorten it by \d+ characters$/),
    },
  ],
  [
    "a bucket with a name of the platform's own",
    { "platform:buckets.access-logs": {} },
    { key: "platform:buckets.access-logs", got: "the name access-logs, which belongs to the platform" },
  ],
  [
    "a variable of the platform's own",
    { [api("environment.DATABASE_HOST")]: "db.example.com" },
    { key: api("environment.DATABASE_HOST"), got: "a variable that the platform sets for the database" },
  ],
  [
    "a secret under the name of a bucket's variable",
    { [api("uses.secrets")]: ["DOCUMENTS_BUCKET"], "platform:secrets.DOCUMENTS_BUCKET": { description: "A name" } },
    { key: api("uses.secrets[0]"), got: "a variable that the platform sets for the bucket documents" },
  ],
  [
    "a secret that is too short",
    { "platform:secrets.JWT_SECRET_KEY": { description: "Signs tokens", generate: { length: 31 } } },
    { key: "platform:secrets.JWT_SECRET_KEY.generate.length", expected: "a whole number from 32 to 128" },
  ],
  [
    "debugging in production",
    { [api("environment.FLASK_DEBUG")]: "1" },
    {
      key: api("environment.FLASK_DEBUG"),
      got: expect.stringMatching(/^a value that turns debugging on/),
      expected: "debugging off",
    },
  ],
  [
    "debugging in staging",
    { "platform:profile": "staging", [api("environment.DEBUG")]: "True" },
    { key: api("environment.DEBUG"), fix: "remove the variable or correct its value" },
  ],
  [
    "production that calls itself development",
    { [api("environment.NODE_ENV")]: "development" },
    { key: api("environment.NODE_ENV"), expected: "the name of this environment" },
  ],
  [
    "session cookies in the clear",
    { [api("environment.SESSION_COOKIE_SECURE")]: "false" },
    { key: api("environment.SESSION_COOKIE_SECURE"), got: expect.stringContaining("lets a cookie of the session") },
  ],
  [
    "forged requests let in",
    { [api("environment.WTF_CSRF_ENABLED")]: "False" },
    { key: api("environment.WTF_CSRF_ENABLED"), expected: "protection against forged requests" },
  ],
  [
    "a recovery point without backups",
    {
      "platform:recovery": { timeObjectiveMinutes: 60, pointObjectiveMinutes: 5 },
      "platform:database.backup": { retentionDays: 0 },
      "platform:reasons": { "database.backup.retentionDays": "Rebuilt from its source each night" },
    },
    {
      key: "platform:recovery.pointObjectiveMinutes",
      got: "5 minutes, while platform:database.backup.retentionDays is 0",
    },
  ],
  [
    "a recovery time without a standby",
    {
      "platform:recovery": { timeObjectiveMinutes: 60, pointObjectiveMinutes: 5 },
      "platform:database.multiZone": false,
      "platform:reasons": { "database.multiZone": "Rebuilt from its source each night" },
    },
    { key: "platform:recovery.timeObjectiveMinutes", got: "60 minutes, while platform:database.multiZone is false" },
  ],
  [
    "a reason that is no sentence",
    { "platform:database.multiZone": false, "platform:reasons": { "database.multiZone": "cheaper" } },
    { key: 'platform:reasons["database.multiZone"]', expected: "one line of 20 to 256 characters" },
  ],
  [
    "a reason for nothing",
    { "platform:reasons": { "database.multiZone": "Rebuilt from its source each night" } },
    { key: 'platform:reasons["database.multiZone"]', got: "a reason for a protection that is not given up" },
  ],
];

describe("a stack file is refused for", () => {
  it.each(CASES)("%s", (_what, changes, problem) => {
    expect(onlyProblem(changes)).toMatchObject(problem);
  });
});

describe("a switch of the application is left alone", () => {
  it.each([
    ["DEBUG", "false"],
    ["FLASK_DEBUG", "0"],
    ["DEBUG_TOOLBAR_THEME", "1"],
    ["NODE_ENV", "production"],
    ["SESSION_COOKIE_SECURE", "true"],
    ["WTF_CSRF_ENABLED", "1"],
  ])("%s=%s", (name, value) => {
    expect(() => refusal(changed({ [api(`environment.${name}`)]: value }))).toThrow("the configuration was accepted");
  });

  it("where developers are at work", () => {
    const development = changed({ "platform:profile": "development", [api("environment.DEBUG")]: "true" });
    expect(() => refusal(development)).toThrow("the configuration was accepted");
  });
});

describe("a protection that is given up in production", () => {
  it.each([
    ["protect", false],
    ["network.nat", "single"],
    ["network.interfaceEndpoints", false],
    ["loadBalancer.deletionProtection", false],
    ["cdn", undefined],
    ["firewall", undefined],
    ["firewall.mode", "count"],
    ["logs.retentionDays", 7],
    ["alarms.emails", []],
    ["cache.multiZone", false],
    ["cache.rotateAfterDays", 0],
    ["cache.rotateAfterDays", 91],
    ["database.multiZone", false],
    ["database.deletionProtection", false],
    ["database.performanceInsights", false],
    ["database.monitoringInterval", 0],
    ["database.backup.retentionDays", 6],
    ["services.api.readonlyRootFilesystem", false],
    ["services.api.user", "root"],
    ["services.api.user", "0:0"],
    ["services.api.scaling.min", 1],
    ["services.api.exec", true],
  ])("costs a sentence: %s %p", (name, value) => {
    const key = `platform:${name}`;
    const problem = onlyProblem({ [key]: value });
    expect(problem.key).toBe(key);
    expect(problem.got).toContain("gives up a protection in production without a reason");
    expect(problem.fix).toContain(`add to platform:reasons the line "${name}"`);

    const explained = changed({ [key]: value, "platform:reasons": { [name]: "Accepted by the security review" } });
    expect(() => refusal(explained)).toThrow("the configuration was accepted");
  });

  it("costs nothing outside production", () => {
    const staging = changed({ "platform:profile": "staging", "platform:database.multiZone": false });
    expect(() => refusal(staging)).toThrow("the configuration was accepted");
  });
});

describe("the error", () => {
  it("tells everything at once, in the order of the file, and names the file", () => {
    const error = refusal(
      changed({
        "platform:account": "12",
        "platform:services.api": {
          port: "8000",
          image: { tag: "latest" },
          health: { path: "health" },
          scaling: { min: 9, max: 3 },
          uses: { buckets: ["nowhere"], databse: true },
        },
        "platform:cache.engine": "memcached",
      }),
    );
    expect(error.problems.map(({ key }) => key)).toEqual([
      "platform:account",
      "platform:services.api.port",
      "platform:services.api.image.tag",
      "platform:services.api.health.path",
      "platform:services.api.scaling.min",
      "platform:services.api.uses.buckets",
      "platform:services.api.uses.databse",
      "platform:cache.engine",
    ]);
    expect(error.message).toContain("Pulumi.prod.yaml has 8 problems; nothing was created or changed.");
    expect(error.message).toContain(
      '  platform:account\n    got:      the text "12"\n    expected: the twelve digits of an AWS account, in quotes\n' +
        '    fix:      change the value, for example "123456789012"',
    );
  });

  it("is one that Pulumi prints without a stack trace", () => {
    expect(refusal({})).toMatchObject({ name: "StackConfigError", __pulumiRunError: true });
  });

  it("tells when the names of application and stack leave no room for others", () => {
    const parse = () => parseStackConfig(pulumiForm(soundConfig()), "a-stack-with-a-name-too-long", "Pulumi.x.yaml");
    expect(parse).toThrow(/platform:application\n.*with the stack name "a-stack-with-a-name-too-long"/);
  });

  it("gives the path of each problem in parts", () => {
    const [problem] = refusal(changed({ "platform:services.api.hosts": ["shop.example.com"] })).problems;
    expect(problem?.path).toEqual(["platform:services", "api", "hosts", 0]);
  });
});
