import * as ecs from "@pulumi/aws/ecs";
import { declare } from "../testing/declared";
import { Cluster } from ".";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/logs";

const args = {
  logGroupName: "/platform/prod/exec",
  logRetentionDays: 30,
  kmsKeyArn: KEY,
  containerInsights: "enhanced" as const,
};

describe("Cluster", () => {
  it("records interactive sessions in an encrypted log group with retention", async () => {
    const declared = await declare(() => {
      new Cluster("main", args);
    });

    expect(declared.one("aws:cloudwatch/logGroup:LogGroup").inputs).toEqual({
      name: "/platform/prod/exec",
      retentionInDays: 30,
      kmsKeyId: KEY,
    });
    const cluster = declared.one("aws:ecs/cluster:Cluster");
    expect(cluster.name).toBe("main");
    expect(cluster.parentName).toBe("main");
    expect(cluster.inputs.settings).toEqual([{ name: "containerInsights", value: "enhanced" }]);
    expect(cluster.inputs.configuration.executeCommandConfiguration).toEqual({
      kmsKeyId: KEY,
      logging: "OVERRIDE",
      logConfiguration: { cloudWatchLogGroupName: "/platform/prod/exec", cloudWatchEncryptionEnabled: true },
    });
  });

  it("offers Fargate and Fargate Spot and uses Fargate unless a service says otherwise", async () => {
    const declared = await declare(() => {
      new Cluster("main", args);
    });

    const cluster = declared.one("aws:ecs/cluster:Cluster");
    const capacity = declared.one("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders");
    expect(capacity.inputs).toEqual({
      clusterName: cluster.outputs.name,
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
    });
  });

  it("puts out its name and ARN", async () => {
    const declared = await declare(() => {
      new Cluster("main", args);
    });

    const component = declared.one("platform:index:Cluster");
    expect(component.outputs.clusterArn).toBe(declared.one("aws:ecs/cluster:Cluster").outputs.arn);
    expect(component.outputs.clusterName).toBe(declared.one("aws:ecs/cluster:Cluster").outputs.name);
  });

  it("lets nothing be placed in it before its capacity providers are there", async () => {
    const declared = await declare(() => {
      const cluster = new Cluster("main", args);
      new ecs.Service("by-arn", { cluster: cluster.clusterArn });
      new ecs.Service("by-name", { cluster: cluster.clusterName });
    });

    const capacity = declared.one("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders");
    expect(declared.one("aws:ecs/service:Service", "by-arn").dependencies).toContain(capacity.urn);
    expect(declared.one("aws:ecs/service:Service", "by-name").dependencies).toContain(capacity.urn);
  });
});
