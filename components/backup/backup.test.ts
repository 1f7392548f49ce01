import { declare, type Declared } from "../testing/declared";
import { BackupPlan, type BackupPlanArgs, BackupVault, type VaultLock } from ".";

const VAULT = "aws:backup/vault:Vault";
const LOCK = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
const PLAN = "aws:backup/plan:Plan";
const database = "arn:aws:rds:us-east-1:123456789012:db:pm-prod";
const files = "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-1";
const [homeKey, awayKey] = ["us-east-1", "us-west-2"].map((region) => `arn:aws:kms:${region}:123456789012:key/1`) as [
  string,
  string,
];
const lock: VaultLock = { mode: "governance", minRetentionDays: 7, maxRetentionDays: 365 };

const vaultOf = (more: Partial<ConstructorParameters<typeof BackupVault>[1]> = {}): BackupVault =>
  new BackupVault("backup", { vaultName: "pm-prod", kmsKeyArn: homeKey, lock, ...more }, { protect: true });

const planOf = (more: Partial<BackupPlanArgs> = {}): BackupPlan =>
  new BackupPlan("backup-plan", {
    account: "123456789012",
    region: "us-east-1",
    planName: "pm-prod",
    vault: vaultOf(),
    kmsKeyArns: [homeKey],
    time: "02:00",
    retentionDays: 35,
    databaseArns: [database],
    fileSystemArns: [files],
    ...more,
  });

const withCopy = (more: Partial<BackupPlanArgs> = {}): BackupPlan => {
  const vault = new BackupVault("backup-copy", {
    vaultName: "pm-prod",
    kmsKeyArn: awayKey,
    region: "us-west-2",
    lock,
  });
  return planOf({ copy: { vault, region: "us-west-2", kmsKeyArn: awayKey, retentionDays: 90 }, ...more });
};

const statements = (declared: Declared): { Action: string | string[]; Resource: string | string[] }[] =>
  JSON.parse(declared.one("aws:iam/rolePolicy:RolePolicy", "backup-plan-role-policy").inputs.policy).Statement;

describe("BackupVault", () => {
  it("is encrypted with the given key, protected, and never emptied to be deleted", async () => {
    const vault = (await declare(() => void vaultOf())).one(VAULT, "backup");

    expect(vault.parentName).toBe("backup");
    expect(vault.options.protect).toBe(true);
    expect(vault.inputs).toEqual({ name: "pm-prod", kmsKeyArn: homeKey, forceDestroy: false });
  });

  it("is locked, and refuses deletion to everybody", async () => {
    const declared = await declare(() => void vaultOf());

    expect(declared.one(LOCK, "backup-lock").inputs).toEqual({
      backupVaultName: "pm-prod",
      minRetentionDays: 7,
      maxRetentionDays: 365,
    });
    expect(JSON.parse(declared.one("aws:backup/vaultPolicy:VaultPolicy").inputs.policy).Statement).toEqual([
      {
        Sid: "DenyDeletion",
        Effect: "Deny",
        Principal: "*",
        Action: ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"],
        Resource: "*",
      },
    ]);
  });

  it("stands with lock and policy in the region it is told", async () => {
    const declared = await declare(() => void vaultOf({ region: "us-west-2" }));

    for (const type of [VAULT, LOCK, "aws:backup/vaultPolicy:VaultPolicy"])
      expect(declared.one(type).inputs.region).toBe("us-west-2");
  });

  it("warns of a lock that nobody can take off, with its days of grace", async () => {
    // Without an engine Pulumi logs to the console.
    const warn = jest.spyOn(console, "warn").mockImplementation();
    const declared = await declare(() => void vaultOf({ lock: { ...lock, mode: "compliance", graceDays: 30 } }));

    expect(declared.one(LOCK).inputs.changeableForDays).toBe(30);
    expect(warn.mock.calls.flat()).toEqual([
      expect.stringContaining("The lock of the backup vault pm-prod becomes final 30 days after it is made"),
    ]);
    warn.mockClear();
    await declare(() => void vaultOf());
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it("keeps what is in it without a lock as well", async () => {
    const declared = await declare(() => void vaultOf({ lock: undefined }));
    expect(declared.one(VAULT).inputs.forceDestroy).toBe(false);
  });

  it("can be emptied and deleted where nothing is to be kept", async () => {
    const declared = await declare(() => void vaultOf({ lock: undefined, emptyOnDelete: true }));

    expect(declared.one(VAULT).inputs.forceDestroy).toBe(true);
    expect(declared.all(LOCK)).toEqual([]);
    expect(declared.all("aws:backup/vaultPolicy:VaultPolicy")).toEqual([]);
  });

  it("refuses a name that AWS Backup would not take", async () => {
    await declare(() => {
      expect(() => vaultOf({ vaultName: "pm prod" })).toThrow(
        'BackupVault backup: vaultName must be 2 to 50 letters, digits, hyphens and underscores, got "pm prod"',
      );
    });
  });
});

describe("BackupPlan", () => {
  it("runs each day at its minute in UTC, keeps for its days, and leaves points in time to the database", async () => {
    const declared = await declare(() => void planOf());

    const plan = declared.one(PLAN, "backup-plan-databases");
    expect(plan.parentName).toBe("backup-plan");
    expect(plan.inputs).toEqual({
      name: "pm-prod-databases",
      rules: [
        {
          ruleName: "daily",
          targetVaultName: "pm-prod",
          schedule: "cron(0 2 * * ? *)",
          scheduleExpressionTimezone: "Etc/UTC",
          startWindow: 60,
          completionWindow: 480,
          enableContinuousBackup: false,
          lifecycle: { deleteAfter: 35 },
        },
      ],
    });
  });

  it("selects exactly what it is given, by ARN, each kind in a plan of its own", async () => {
    const declared = await declare(() => void planOf());

    const roleArn = declared.one("aws:iam/role:Role", "backup-plan-role").outputs.arn;
    const selections = declared.all("aws:backup/selection:Selection");
    expect(selections.map(({ inputs }) => [inputs.name, inputs.resources, inputs.iamRoleArn])).toEqual([
      ["pm-prod-databases", [database], roleArn],
      ["pm-prod-files", [files], roleArn],
    ]);
    for (const { inputs } of selections) expect(inputs).not.toHaveProperty("selectionTags");
    const alone = await declare(() => void planOf({ fileSystemArns: [] }));
    expect(alone.all(PLAN).map(({ name }) => name)).toEqual(["backup-plan-databases"]);
  });

  it("sends files to cold storage, and databases never", async () => {
    const declared = await declare(
      () => void withCopy({ retentionDays: 125, coldStorageAfterDays: 30, copy: undefined }),
    );

    const lifecycle = (name: string) => declared.one(PLAN, name).inputs.rules[0].lifecycle;
    expect(lifecycle("backup-plan-files")).toEqual({ deleteAfter: 125, coldStorageAfter: 30 });
    expect(lifecycle("backup-plan-databases")).toEqual({ deleteAfter: 125 });
  });

  it("copies every recovery point to the vault of the second region", async () => {
    const declared = await declare(() => void withCopy());

    for (const { inputs } of declared.all(PLAN))
      expect(inputs.rules[0].copyActions).toEqual([
        {
          destinationVaultArn: "arn:aws:backup:us-west-2:123456789012:backup-vault:pm-prod",
          lifecycle: { deleteAfter: 90 },
        },
      ]);
  });

  it("works by a role that only this account's AWS Backup may take, over these resources, vaults and keys", async () => {
    const declared = await declare(() => void withCopy());

    const role = declared.one("aws:iam/role:Role", "backup-plan-role");
    expect(JSON.parse(role.inputs.assumeRolePolicy).Statement).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "backup.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
    ]);
    const resources = statements(declared).flatMap(({ Resource }) => Resource);
    const snapshots = (region: string) => `arn:aws:rds:${region}:123456789012:snapshot:awsbackup:*`;
    const points = (region: string) => `arn:aws:backup:${region}:123456789012:recovery-point:*`;
    const vault = (region: string) => `arn:aws:backup:${region}:123456789012:backup-vault:pm-prod`;
    expect([...new Set(resources)].sort()).toEqual(
      [
        database,
        files,
        homeKey,
        awayKey,
        ...["us-east-1", "us-west-2"].flatMap((region) => [snapshots(region), points(region), vault(region)]),
      ].sort(),
    );
  });

  it("asks for nothing of what it does not back up, and for no copy that it does not make", async () => {
    const actions = async (more: Partial<BackupPlanArgs>): Promise<string> =>
      JSON.stringify(statements(await declare(() => void planOf(more))));

    expect(await actions({ databaseArns: [] })).not.toContain("rds:");
    expect(await actions({ fileSystemArns: [] })).not.toContain("elasticfilesystem:");
    expect(await actions({})).not.toContain("CopyFromBackupVault");
    expect(await actions({})).not.toContain("us-west-2");
  });

  it.each([
    [{ time: "2:00" }, 'time must be hh:mm in UTC, such as 02:00, got "2:00"'],
    [{ retentionDays: 0 }, "retentionDays must be a whole number, 1 or more, got 0"],
    [
      { retentionDays: 119, coldStorageAfterDays: 30 },
      "retentionDays must be at least 120, 90 days after coldStorageAfterDays, got 119",
    ],
  ])("refuses %p before anything is created", async (wrong, message) => {
    const declared = await declare(() => {
      expect(() => planOf(wrong)).toThrow(`BackupPlan backup-plan: ${message}`);
    });

    expect(declared.all(PLAN)).toEqual([]);
  });
});
