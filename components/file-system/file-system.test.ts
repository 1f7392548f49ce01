import { policyDocument } from "../iam";
import { declare, type Declared } from "../testing/declared";
import { FileSystem, type FileSystemArgs, fileSystemGrant } from ".";

const FILE_SYSTEM = "aws:efs/fileSystem:FileSystem";

const args: FileSystemArgs = {
  vpcId: "vpc-0a1b2c3d",
  zones: ["us-east-1a", "us-east-1b"],
  subnetIds: ["subnet-a", "subnet-b"],
  kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/data",
  user: { uid: 1000, gid: 2000 },
  directory: "/chroma",
};

const declareFiles = (
  more: Partial<FileSystemArgs> = {},
  use: (files: FileSystem) => void = () => undefined,
): Promise<Declared> =>
  declare(() => {
    use(new FileSystem("chroma", { ...args, ...more }, { protect: true }));
  });

describe("FileSystem", () => {
  it("is encrypted, elastic, protected, and moves what nobody reads to cheaper storage and back", async () => {
    const files = (await declareFiles()).one(FILE_SYSTEM, "chroma");

    expect(files.parentName).toBe("chroma");
    expect(files.options.protect).toBe(true);
    expect(files.inputs).toEqual({
      encrypted: true,
      kmsKeyId: args.kmsKeyArn,
      performanceMode: "generalPurpose",
      throughputMode: "elastic",
      lifecyclePolicies: [{ transitionToIa: "AFTER_30_DAYS" }, { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" }],
      tags: { Name: "chroma" },
    });
    const sooner = (await declareFiles({ infrequentAccessAfterDays: 1 })).one(FILE_SYSTEM);
    expect(sooner.inputs.lifecyclePolicies[0]).toEqual({ transitionToIa: "AFTER_1_DAY" });
  });

  it("has a mount target in every zone, in a group that no rule opens", async () => {
    const declared = await declareFiles();

    const group = declared.one("aws:ec2/securityGroup:SecurityGroup", "chroma-security-group").outputs.id;
    const fileSystemId = declared.one(FILE_SYSTEM).urn;
    const targets = declared.all("aws:efs/mountTarget:MountTarget");
    expect(targets.map(({ name, inputs }) => [name, inputs.subnetId, inputs.securityGroups])).toEqual([
      ["chroma-us-east-1a", "subnet-a", [group]],
      ["chroma-us-east-1b", "subnet-b", [group]],
    ]);
    for (const target of targets) expect(target.propertyDependencies["fileSystemId"]).toEqual([fileSystemId]);
    expect(declared.recording.resources.filter(({ type }) => type.includes("securityGroupIngressRule"))).toEqual([]);
  });

  it("shows clients one directory as their root, and makes them its one user", async () => {
    const accessPoint = (await declareFiles()).one("aws:efs/accessPoint:AccessPoint", "chroma-access-point");

    expect(accessPoint.inputs).toMatchObject({
      posixUser: { uid: 1000, gid: 2000 },
      rootDirectory: {
        path: "/chroma",
        creationInfo: { ownerUid: 1000, ownerGid: 2000, permissions: "0750" },
      },
    });
  });

  it("refuses what comes without TLS or past the access point, whoever it is", async () => {
    const declared = await declareFiles();

    const { arn } = declared.one(FILE_SYSTEM).outputs;
    const policy = declared.one("aws:efs/fileSystemPolicy:FileSystemPolicy", "chroma-policy");
    expect(JSON.parse(policy.inputs.policy).Statement).toEqual([
      {
        Sid: "DenyPlainTransport",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "*",
        Resource: arn,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
      {
        Sid: "DenyOutsideAccessPoint",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: [
          "elasticfilesystem:ClientMount",
          "elasticfilesystem:ClientWrite",
          "elasticfilesystem:ClientRootAccess",
        ],
        Resource: arn,
        Condition: {
          StringNotEquals: {
            "elasticfilesystem:AccessPointArn": declared.one("aws:efs/accessPoint:AccessPoint").outputs.arn,
          },
        },
      },
    ]);
  });

  it.each([
    [undefined, "ENABLED"],
    [true, "ENABLED"],
    [false, "DISABLED"],
  ])("with automaticBackups %s has AWS's own backups %s", async (automaticBackups, status) => {
    const policy = (await declareFiles({ automaticBackups })).one("aws:efs/backupPolicy:BackupPolicy");

    expect(policy.inputs.backupPolicy).toEqual({ status });
  });

  it("is granted by its exact ARN and access point, for reading and writing and never as root", async () => {
    let statement: unknown;
    const declared = await declareFiles({}, (files) => {
      policyDocument(fileSystemGrant(files)).apply((policy) => (statement = JSON.parse(policy).Statement[0]));
    });

    expect(statement).toEqual({
      Effect: "Allow",
      Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
      Resource: declared.one(FILE_SYSTEM).outputs.arn,
      Condition: {
        StringEquals: {
          "elasticfilesystem:AccessPointArn": declared.one("aws:efs/accessPoint:AccessPoint").outputs.arn,
        },
      },
    });
  });

  it.each([
    [
      { subnetIds: ["subnet-a"] },
      "subnetIds must be one for each of the zones us-east-1a, us-east-1b, got 1: tasks in the others could not mount it",
    ],
    [{ zones: [], subnetIds: [] }, "zones must name one zone at least"],
    [{ user: { uid: 0, gid: 1000 } }, "user.uid must be a whole number from 1 to 4294967295, got 0: 0 is root"],
    [{ user: { uid: 1000, gid: 0 } }, "user.gid must be a whole number from 1 to 4294967295, got 0"],
    [{ directory: "/" }, 'directory must be a path of one to four folders below the root, such as /data, got "/"'],
    [{ directory: "/a/b/c/d/e" }, 'got "/a/b/c/d/e"'],
  ])("refuses %p before anything is created", async (wrong, message) => {
    const declared = await declare(() => {
      expect(() => new FileSystem("chroma", { ...args, ...wrong })).toThrow(message);
    });

    expect(declared.all(FILE_SYSTEM)).toEqual([]);
  });
});
