import { changed, onlyProblem, refusal, read } from "../test-stack";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d";
const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/jwt-AbCdEf";
const objectives = { timeObjectiveMinutes: 60, pointObjectiveMinutes: 5 };

/** A stack that can be lost: everything is copied to the second region. */
const recoverable = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  "platform:recovery": { ...objectives, region: "us-west-2", replicateImages: true },
  "platform:database.backup": { copyTo: "us-west-2" },
  "platform:buckets.documents": { replication: { region: "us-west-2", timeControl: true } },
  ...changes,
});

describe("a second region", () => {
  it("is promised only where everything is copied there", () => {
    expect(read(changed(recoverable())).recovery).toMatchObject({ region: "us-west-2" });
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      "the home region",
      { "platform:recovery": { ...objectives, region: "us-east-1" } },
      { key: "platform:recovery.region", got: "us-east-1, which is aws:region itself" },
    ],
    [
      "sooner than a database is restored",
      { "platform:recovery": { ...objectives, timeObjectiveMinutes: 30, region: "us-west-2", replicateImages: true } },
      { key: "platform:recovery.timeObjectiveMinutes", expected: expect.stringContaining("at least 60") },
    ],
    [
      "without the database's backups",
      { "platform:database.backup": {} },
      { key: "platform:database.backup.copyTo", got: "no copy of the backups" },
    ],
    [
      "with the database's backups elsewhere",
      { "platform:database.backup": { copyTo: "eu-west-1" } },
      { key: "platform:database.backup.copyTo", got: "copies in eu-west-1" },
    ],
    [
      "without a bucket that services use",
      { "platform:buckets.documents": {} },
      {
        key: "platform:buckets.documents.replication",
        got: "no copy",
        fix: "write replication: { region: us-west-2, timeControl: true }, or remove platform:recovery.region",
      },
    ],
    [
      "with a bucket that may come at any time",
      { "platform:buckets.documents": { replication: { region: "us-west-2" } } },
      { key: "platform:buckets.documents.replication.timeControl", expected: expect.stringContaining("15 minutes") },
    ],
    [
      "with a part of a bucket",
      { "platform:buckets.documents": { replication: { region: "us-west-2", timeControl: true, prefix: "a/" } } },
      { key: "platform:buckets.documents.replication.prefix", got: "a copy of a part" },
    ],
    [
      "without the file systems",
      { "platform:files": { chroma: {} } },
      { key: "platform:backup.copyTo", got: "no copy of the file systems" },
    ],
    [
      "without the images",
      { "platform:recovery": { ...objectives, region: "us-west-2" } },
      { key: "platform:services.api.image", got: "an image in the stack's own repository alone" },
    ],
    [
      "with images of the home region's registry alone",
      { "platform:services.api.image.repository": "123456789012.dkr.ecr.us-east-1.amazonaws.com/api" },
      { key: "platform:services.api.image.repository", got: "a repository of us-east-1 alone" },
    ],
  ])("is not promised as %s", (_, changes, problem) => {
    expect(onlyProblem(recoverable(changes))).toMatchObject(problem);
  });

  it("is what images are copied to, and to nowhere else", () => {
    expect(onlyProblem({ "platform:recovery": { ...objectives, replicateImages: true } })).toMatchObject({
      key: "platform:recovery.replicateImages",
      got: "true, without platform:recovery.region",
    });
  });
});

describe("what another stack has made", () => {
  const bucket = { name: "shop-prod-documents-replica-123456789012", kmsKeyArn: KEY };

  it("is used as it is", () => {
    const config = read(
      changed({
        "platform:buckets.documents": { existing: bucket },
        "platform:secrets.JWT_SECRET_KEY": { description: "Signs tokens", existing: { arn: SECRET, kmsKeyArn: KEY } },
      }),
    );
    expect(config.buckets.documents?.existing).toEqual(bucket);
    expect(config.secrets.JWT_SECRET_KEY?.existing?.arn).toBe(SECRET);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      "changed by this stack",
      { "platform:buckets.documents": { existing: bucket, lifecycle: { expireAfterDays: 30 } } },
      { key: "platform:buckets.documents.lifecycle", got: "a setting of a bucket that another stack has made" },
    ],
    [
      "served by this stack's CDN",
      { "platform:buckets.static": { existing: bucket } },
      { key: "platform:buckets.static.existing", got: "a bucket of another stack, which the CDN serves" },
    ],
    [
      "made here as well",
      {
        "platform:secrets.JWT_SECRET_KEY": {
          description: "Signs tokens",
          generate: {},
          existing: { arn: SECRET, kmsKeyArn: KEY },
        },
      },
      { key: "platform:secrets.JWT_SECRET_KEY.generate", got: "a setting of a secret that another stack has made" },
    ],
    [
      "in another region",
      {
        "platform:secrets.JWT_SECRET_KEY": {
          description: "Signs tokens",
          existing: { arn: SECRET.replace("us-east-1", "us-west-2"), kmsKeyArn: KEY },
        },
      },
      {
        key: "platform:secrets.JWT_SECRET_KEY.existing.arn",
        got: "an ARN of us-west-2, while aws:region is us-east-1",
      },
    ],
    [
      "a secret by half its ARN",
      {
        "platform:secrets.JWT_SECRET_KEY": {
          description: "Signs tokens",
          existing: { arn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:jwt", kmsKeyArn: KEY },
        },
      },
      { key: "platform:secrets.JWT_SECRET_KEY.existing.arn", expected: expect.stringContaining("the full ARN") },
    ],
  ])("is not %s", (_, changes, problem) => {
    expect(onlyProblem(changes)).toMatchObject(problem);
  });

  it("says every key that lies elsewhere", () => {
    const away = { ...bucket, kmsKeyArn: KEY.replace("us-east-1", "us-west-2") };
    const { problems } = refusal(changed({ "platform:buckets.documents": { existing: away } }));
    expect(problems.map(({ key }) => key)).toEqual(["platform:buckets.documents.existing.kmsKeyArn"]);
  });
});
