import { changed, onlyProblem, read, refusal } from "../test-stack";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d";
const BACKUP = "arn:aws:rds:us-east-1:123456789012:auto-backup:ab-0123456789abcdef";
const database = (key: string) => `platform:database.${key}`;
const backup = (settings: object) => ({ "platform:backup": settings });
const dump = { image: { repository: "example.com/pg-dump", tag: "v17.1" }, bucket: "documents" };
const files = { "platform:files": { chroma: {} } };

/** Each case: what is changed in a sound production stack, and the one problem that comes of it. */
const CASES: [what: string, changes: Record<string, unknown>, problem: Record<string, unknown>][] = [
  [
    "backups copied to the home region",
    { [database("backup")]: { copyTo: "us-east-1" } },
    {
      key: database("backup.copyTo"),
      got: "us-east-1, which is aws:region itself",
      expected: "another region than the stack's",
    },
  ],
  [
    "copies of backups that are not made",
    {
      [database("backup")]: { retentionDays: 0, copyTo: "us-west-2" },
      "platform:reasons": { "database.backup.retentionDays": "Rebuilt from its source each night" },
    },
    { key: database("backup.copyTo"), got: "us-west-2, while platform:database.backup.retentionDays is 0" },
  ],
  [
    "replicas without the backups that they are made from",
    {
      [database("backup")]: { retentionDays: 0 },
      [database("replicas")]: 1,
      "platform:reasons": { "database.backup.retentionDays": "Rebuilt from its source each night" },
    },
    { key: database("replicas"), got: "1 read replicas, while platform:database.backup.retentionDays is 0" },
  ],
  [
    "more replicas than the platform makes",
    { [database("replicas")]: 6 },
    { key: database("replicas"), expected: expect.stringContaining("a whole number from 0 to 5") },
  ],
  [
    "a proxy that nobody connects to",
    { [database("proxy")]: true, "platform:services.api.uses.database": false },
    { key: database("proxy"), got: "a proxy, while no service uses the database" },
  ],
  [
    "replicas past a proxy that takes no passwords",
    { [database("proxy")]: true, [database("replicas")]: 1 },
    {
      key: database("proxy.authentication"),
      got: "iam, while platform:database.replicas are reached past the proxy, by a password",
    },
  ],
  [
    "a proxy that keeps more connections idle than it may open",
    { [database("proxy")]: { maxConnections: 40, maxIdleConnections: 50 } },
    {
      key: database("proxy.maxIdleConnections"),
      got: "50 percent, above platform:database.proxy.maxConnections, 40",
      expected: "at most 40",
    },
  ],
  [
    "a proxy that takes passwords in production, without a reason",
    { [database("proxy")]: { authentication: "password" } },
    { key: database("proxy.authentication"), expected: expect.stringContaining("iam, or a sentence") },
  ],
  [
    "a wrong setting of the proxy",
    { [database("proxy")]: { borrowTimeout: 0 } },
    { key: database("proxy.borrowTimeout"), expected: "a whole number from 1 to 300" },
  ],
  [
    "a restore from nothing",
    { [database("restoreFrom")]: { kmsKeyArn: KEY } },
    { key: database("restoreFrom"), got: "neither snapshot nor backup" },
  ],
  [
    "a restore from two things",
    { [database("restoreFrom")]: { kmsKeyArn: KEY, snapshot: "shop-final", backup: BACKUP } },
    { key: database("restoreFrom"), got: "a snapshot and a backup" },
  ],
  [
    "a restore of a snapshot to a moment",
    { [database("restoreFrom")]: { kmsKeyArn: KEY, snapshot: "shop-final", time: "2026-11-21T10:00:00Z" } },
    { key: database("restoreFrom.time"), got: "a moment, without a backup" },
  ],
  [
    "a restore from another region",
    { [database("restoreFrom")]: { kmsKeyArn: KEY, backup: BACKUP.replace("us-east-1", "us-west-2") } },
    { key: database("restoreFrom.backup"), got: "an ARN of us-west-2, while aws:region is us-east-1" },
  ],
  [
    "a restore with a key of another region",
    { [database("restoreFrom")]: { kmsKeyArn: KEY.replace("us-east-1", "us-west-2"), backup: BACKUP } },
    { key: database("restoreFrom.kmsKeyArn"), expected: "an ARN of us-east-1: RDS restores in the region of the copy" },
  ],
  [
    "a restore without its key",
    { [database("restoreFrom")]: { backup: BACKUP } },
    { key: database("restoreFrom.kmsKeyArn"), got: "nothing" },
  ],
  [
    "a restore to no moment at all",
    { [database("restoreFrom")]: { backup: BACKUP, kmsKeyArn: KEY, time: "yesterday" } },
    { key: database("restoreFrom.time"), expected: expect.stringContaining("a moment in UTC") },
  ],
  [
    "a dump to a bucket that is not there",
    { [database("dump")]: { ...dump, bucket: "documnts" } },
    {
      key: database("dump.bucket"),
      got: "the bucket documnts, which this stack does not have",
      suggestion: "documents",
    },
  ],
  [
    "a dump without the image's repository",
    { [database("dump")]: { ...dump, image: { tag: "v17.1" } } },
    { key: database("dump.image"), got: "no repository" },
  ],
  [
    "a dump by an image of no version",
    { [database("dump")]: { ...dump, image: { repository: "example.com/pg-dump" } } },
    { key: database("dump.image"), got: "neither tag nor digest" },
  ],
  [
    "a dump by an image that moves",
    { [database("dump")]: { ...dump, image: { repository: "example.com/pg-dump", tag: "latest" } } },
    { key: database("dump.image"), got: "a tag that moves with every push" },
  ],
  [
    "a dump at no time",
    { [database("dump")]: { ...dump, cron: "0 5 * * SUN *" } },
    { key: database("dump.cron"), expected: expect.stringContaining("six fields") },
  ],
  [
    "a dump into no folder",
    { [database("dump")]: { ...dump, prefix: "/" } },
    { key: database("dump.prefix"), expected: expect.stringContaining("end with a slash") },
  ],
  [
    "a dump of a size that Fargate does not have",
    { [database("dump")]: { ...dump, size: { cpu: 300, memory: 1024 } } },
    { key: database("dump.size"), got: "300 CPU units with 1024 MiB" },
  ],
  [
    "a backup plan with nothing to back up",
    { ...backup({}), "platform:database": undefined, "platform:services.api.uses.database": false },
    { key: "platform:backup", got: "a backup plan, while the stack has neither a database nor file systems" },
  ],
  [
    "backups copied to where they are",
    backup({ copyTo: "us-east-1" }),
    { key: "platform:backup.copyTo", expected: "another region than the stack's" },
  ],
  [
    "days for copies that are not made",
    backup({ copyRetentionDays: 30 }),
    { key: "platform:backup.copyRetentionDays", got: "days for copies that are not made" },
  ],
  [
    "cold storage without the days that it takes",
    backup({ retentionDays: 100, coldStorageAfterDays: 30 }),
    { key: "platform:backup.retentionDays", expected: "at least 120: AWS keeps cold backups for 90 days" },
  ],
  [
    "backups that the vault would refuse",
    backup({ lock: { minRetentionDays: 60 } }),
    { key: "platform:backup.retentionDays", got: "35, while the lock of the vault takes 60 to 366 days" },
  ],
  [
    "copies that the vault would refuse",
    backup({ copyTo: "us-west-2", copyRetentionDays: 400 }),
    { key: "platform:backup.copyRetentionDays", got: "400, while the lock of the vault takes 1 to 366 days" },
  ],
  [
    "a lock whose bounds cross",
    backup({ lock: { minRetentionDays: 40, maxRetentionDays: 20 } }),
    { key: "platform:backup.lock.minRetentionDays", expected: "at most 20" },
  ],
  [
    "no lock in production, without a reason",
    backup({ lock: { mode: "none" } }),
    { key: "platform:backup.lock.mode", expected: expect.stringContaining("governance, or a sentence") },
  ],
  [
    "a backup in the hour of RDS's own",
    backup({ time: "03:30" }),
    { key: "platform:backup.time", got: "03:30, within platform:database.backup.window, 03:00-04:00" },
  ],
  ["a time that is none", backup({ time: "2 am" }), { key: "platform:backup.time", got: 'the text "2 am"' }],
  [
    "grace too short for AWS",
    backup({ lock: { mode: "compliance", graceDays: 1 } }),
    { key: "platform:backup.lock.graceDays", expected: "a whole number from 3 to 36500" },
  ],
  [
    "a file system that is not there",
    { ...files, "platform:services.api.uses.files": { chrma: "/app/chroma" } },
    { key: "platform:services.api.uses.files", got: "the file system chrma, which this stack does not have" },
  ],
  [
    "a mount over a folder that starts empty",
    { ...files, "platform:services.api.uses.files": { chroma: "/tmp/chroma" } },
    {
      key: "platform:services.api.uses.files.chroma",
      got: "/tmp/chroma, which meets /tmp, which starts empty",
      expected: "a folder of its own",
    },
  ],
  [
    "a mount within another",
    {
      "platform:files": { chroma: {}, models: {} },
      "platform:services.api.uses.files": { chroma: "/app/data", models: "/app/data/models" },
    },
    { key: "platform:services.api.uses.files.models", got: expect.stringContaining("the file system chroma") },
  ],
  [
    "a mount at no absolute path",
    { ...files, "platform:services.api.uses.files": { chroma: "data" } },
    { key: "platform:services.api.uses.files.chroma", expected: expect.stringContaining("an absolute path") },
  ],
  [
    "files of root",
    { "platform:files": { chroma: { uid: 0 } } },
    { key: "platform:files.chroma.uid", expected: "a whole number from 1 to 4294967295" },
  ],
  [
    "a period that EFS does not have",
    { "platform:files": { chroma: { infrequentAccessAfterDays: 31 } } },
    { key: "platform:files.chroma.infrequentAccessAfterDays", expected: expect.stringContaining("one of the periods") },
  ],
  [
    "a directory that is the root",
    { "platform:files": { chroma: { directory: "/" } } },
    { key: "platform:files.chroma.directory", expected: expect.stringContaining("a path of one to four folders") },
  ],
  [
    "a variable that the platform sets for a file system",
    {
      ...files,
      "platform:services.api.uses.files": { chroma: "/app/chroma" },
      "platform:services.api.environment": { CHROMA_DIRECTORY: "/elsewhere" },
    },
    {
      key: "platform:services.api.environment.CHROMA_DIRECTORY",
      got: "a variable that the platform sets for the file system chroma",
    },
  ],
];

describe("what is wrong with database, files and backups is said before anything is declared", () => {
  it.each(CASES)("%s", (_, changes, problem) => {
    expect(onlyProblem(changes)).toMatchObject(problem);
  });

  it("a lock for ever, in a stack that is to go again", () => {
    const config = changed({ "platform:profile": "staging", ...backup({ lock: { mode: "compliance" } }) });
    expect(refusal(config).problems).toEqual([
      expect.objectContaining({ key: "platform:backup.lock.mode", got: "compliance, in staging" }),
    ]);
  });
});

describe("what a stack file leaves out", () => {
  it("is a proxy with every default for true, and none for false", () => {
    expect(read(changed({ [database("proxy")]: true })).database?.proxy).toEqual({
      authentication: "iam",
      maxConnections: 90,
      borrowTimeout: 30,
      idleTimeout: 1800,
    });
    expect(read(changed({ [database("proxy")]: false })).database?.proxy).toBeUndefined();
  });

  it("is the database's own class for its replicas", () => {
    expect(read(changed({ [database("replicas")]: 2 })).database?.replicas).toEqual([
      { class: "db.r6g.large" },
      { class: "db.r6g.large" },
    ]);
    expect(read(changed({ [database("replicas")]: [{ class: "db.t4g.large" }, {}] })).database?.replicas).toEqual([
      { class: "db.t4g.large" },
      { class: "db.r6g.large" },
    ]);
  });

  it("is a daily backup at 02:00 UTC that nobody can cut short, and none in a stack for hours", () => {
    expect(read(changed(backup({}))).backup).toMatchObject({
      time: "02:00",
      retentionDays: 35,
      copyRetentionDays: 35,
      lock: { mode: "governance", minRetentionDays: 1, maxRetentionDays: 366 },
    });
    expect(read(changed({ "platform:profile": "ephemeral", ...backup({}) })).backup?.lock.mode).toBe("none");
  });
});
