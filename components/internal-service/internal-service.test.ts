import { declare, TEST_ACCOUNT, TEST_REGION } from "../testing/declared";
import { InternalService, type InternalServiceArgs, PrivateNamespace } from ".";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/logs";
const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";

const args: InternalServiceArgs = {
  account: TEST_ACCOUNT,
  region: TEST_REGION,
  namePrefix: "pm-prod",
  cluster: { arn: "arn:aws:ecs:us-east-1:123456789012:cluster/main", name: "main" },
  vpcId: "vpc-1",
  subnetIds: ["subnet-1", "subnet-2"],
  image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm@sha256:0a1b",
  size: { cpu: 8192, memory: 32768 },
  architecture: "arm64",
  port: 11434,
  namespace: { namespaceId: "ns-1", domainName: "pm-prod.internal" },
  environment: {},
  secrets: {},
  secretSources: [],
  statements: [],
  scaling: { min: 1, max: 2, cpuPercent: 70 },
  containerHealth: {
    command: ["ollama", "list"],
    intervalSeconds: 30,
    timeoutSeconds: 10,
    retries: 3,
    startPeriodSeconds: 120,
  },
  log: { groupName: "/pm-prod/llm", retentionDays: 30, kmsKeyArn: KEY },
  alarms: { topicArn: TOPIC, runbookUrl: "https://example.com/runbook" },
};

describe("InternalService", () => {
  const service = async () => {
    let url: string | undefined;
    const declared = await declare(() => {
      url = new InternalService("llm", args).url;
    });
    return { declared, url };
  };

  it("has a name in the private DNS, which gives the addresses of tasks that are well", async () => {
    const { declared, url } = await service();

    const name = declared.one("aws:servicediscovery/service:Service");
    expect(name.parentName).toBe("llm");
    expect(name.inputs).toEqual({
      name: "llm",
      description: "Tasks of llm",
      dnsConfig: { namespaceId: "ns-1", dnsRecords: [{ type: "A", ttl: 10 }], routingPolicy: "MULTIVALUE" },
      healthCheckCustomConfig: { failureThreshold: 1 },
    });
    expect(declared.one("aws:ecs/service:Service").inputs.serviceRegistries).toEqual({ registryArn: name.outputs.arn });
    expect(url).toBe("http://llm.pm-prod.internal:11434");
  });

  it("is no target of a load balancer, and lets nobody in by itself", async () => {
    const { declared } = await service();

    const { inputs } = declared.one("aws:ecs/service:Service");
    expect(inputs).not.toHaveProperty("loadBalancers");
    expect(inputs.networkConfiguration.assignPublicIp).toBe(false);
    expect(declared.all("aws:lb/targetGroup:TargetGroup")).toEqual([]);
    expect(declared.all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")).toEqual([]);
  });

  it("listens on its port, is asked by a command whether it is well, and goes back when its log fills with errors", async () => {
    const { declared } = await service();

    const [container] = JSON.parse(declared.one("aws:ecs/taskDefinition:TaskDefinition").inputs.containerDefinitions);
    expect(container.portMappings).toEqual([{ containerPort: 11434, hostPort: 11434, protocol: "tcp" }]);
    expect(container.healthCheck).toMatchObject({ command: ["CMD", "ollama", "list"], startPeriod: 120 });
    expect(declared.one("aws:ecs/service:Service").inputs).toMatchObject({
      deploymentCircuitBreaker: { enable: true, rollback: true },
      alarms: { enable: true, rollback: true, alarmNames: ["pm-prod-llm-log-errors"] },
    });
  });

  it.each<[string, Partial<InternalServiceArgs>, string]>([
    [
      "no task",
      { scaling: { min: 0, max: 1, cpuPercent: 70 } },
      "scaling.min must be a whole number from 1 to 5000, got 0",
    ],
    ["no port", { port: 0 }, "port must be a whole number from 1 to 65535, got 0"],
    [
      "a count of requests",
      { scaling: { min: 1, max: 2, requestsPerTarget: 9 } },
      "scaling.requestsPerTarget must be left out",
    ],
  ])("refuses %s before it creates anything", async (_what, changes, message) => {
    const declared = await declare(() => {
      expect(() => new InternalService("llm", { ...args, ...changes })).toThrow(message);
    });
    expect(declared.recording.resources.filter(({ custom }) => custom)).toEqual([]);
  });
});

describe("PrivateNamespace", () => {
  it("is a domain that only the VPC knows", async () => {
    const declared = await declare(() => {
      new PrivateNamespace("namespace", { domainName: "pm-prod.internal", vpcId: "vpc-1" });
    });

    const namespace = declared.one("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace");
    expect(namespace.parentName).toBe("namespace");
    expect(namespace.inputs).toMatchObject({ name: "pm-prod.internal", vpc: "vpc-1" });
  });
});
