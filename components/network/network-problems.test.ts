import { networkProblems } from "./network-problems";

const shape = {
  region: "us-east-1",
  cidr: "10.0.0.0/16",
  availabilityZones: ["us-east-1a", "us-east-1b"],
  interfaceEndpoints: ["ecr.api", "bedrock-runtime", "logs"],
};

describe("networkProblems", () => {
  it("finds nothing in a sound network", () => {
    expect(networkProblems(shape)).toEqual([]);
  });

  it("finds zones of other regions and local zones", () => {
    const availabilityZones = ["eu-west-1a", "us-east-1-bos-1a", "us-east-1b"];
    const advice = "which is no zone of us-east-1: write us-east-1a, us-east-1b and so on";
    expect(networkProblems({ ...shape, availabilityZones })).toEqual([
      `availabilityZones names eu-west-1a, ${advice}`,
      `availabilityZones names us-east-1-bos-1a, ${advice}`,
    ]);
  });

  it("finds endpoints that are no short service names, are named twice, or are there anyway", () => {
    const interfaceEndpoints = ["logs", "s3", "com.amazonaws.us-east-1.ssm", "ECR", "logs"];
    expect(networkProblems({ ...shape, interfaceEndpoints })).toEqual([
      "interfaceEndpoints names logs more than once",
      "interfaceEndpoints names s3: every network has its gateway endpoint, free of charge",
      "interfaceEndpoints names com.amazonaws.us-east-1.ssm: write the service's short name, such as ecr.api",
      "interfaceEndpoints names ECR: write the service's short name, such as ecr.api",
    ]);
  });

  it("passes on what is wrong with the subnets", () => {
    expect(networkProblems({ ...shape, cidr: "10.0.0.0/15" })).toEqual([
      "cidr 10.0.0.0/15 is too large: AWS takes a /16 at most",
    ]);
  });
});
