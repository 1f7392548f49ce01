import * as pulumi from "@pulumi/pulumi";
import { declare, type Declared } from "../testing/declared";
import { containerTask, type FileMount } from ".";

const chroma: FileMount = {
  volume: "chroma",
  path: "/app/chroma",
  fileSystemId: "fs-0a1b2c3d",
  accessPointId: "fsap-0a1b2c3d",
};

const declareTask = (mounts?: FileMount[]): Promise<Declared> =>
  declare(() => {
    const parent = new pulumi.ComponentResource("test:index:Parent", "web");
    containerTask(
      "web",
      {
        account: "123456789012",
        region: "us-east-1",
        namePrefix: "shop-prod",
        vpcId: "vpc-1",
        image: "shop/web@sha256:1",
        size: { cpu: 512, memory: 1024 },
        architecture: "x86_64",
        environment: {},
        secrets: {},
        secretSources: [],
        statements: [],
        mounts,
        log: { groupName: "/shop-prod/web", retentionDays: 30, kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1" },
      },
      parent,
    );
  });

describe("a task with file systems", () => {
  it("mounts each over TLS, by its own role and through the access point, over a root that stays read-only", async () => {
    const { inputs } = (await declareTask([chroma])).one("aws:ecs/taskDefinition:TaskDefinition");

    expect(inputs.volumes).toEqual([
      {
        name: "chroma",
        efsVolumeConfiguration: {
          fileSystemId: "fs-0a1b2c3d",
          transitEncryption: "ENABLED",
          authorizationConfig: { accessPointId: "fsap-0a1b2c3d", iam: "ENABLED" },
        },
      },
    ]);
    const [container] = JSON.parse(inputs.containerDefinitions);
    expect(container.mountPoints).toEqual([{ sourceVolume: "chroma", containerPath: "/app/chroma", readOnly: false }]);
    expect(container.readonlyRootFilesystem).toBe(true);
  });

  it("has no volumes without any", async () => {
    const { inputs } = (await declareTask()).one("aws:ecs/taskDefinition:TaskDefinition");

    expect(inputs).not.toHaveProperty("volumes");
    expect(JSON.parse(inputs.containerDefinitions)[0].mountPoints).toEqual([]);
  });
});
