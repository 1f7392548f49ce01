import { LenientSimulator, UNKNOWN_VALUE } from ".";

const URN = "urn:pulumi:dev::shop::x::thing";
const lenient = (resultPropertiesOf: (token: string) => string[] = () => []): LenientSimulator =>
  new LenientSimulator({ account: "123456789012", region: "eu-west-1", resultPropertiesOf });

describe("an unknown type", () => {
  it("has an id, an ARN in AWS's own form and a name, in the region of its provider, and is noted once", () => {
    const simulator = lenient();
    const create = () => simulator.create(URN, "aws:apigateway/restApi:RestApi", "thing", {}, "us-west-2");
    const { id, outputs, checked } = create();
    expect(id).toMatch(/^thing-id-[0-9a-f]{8}$/);
    expect(outputs["arn"]).toBe(`arn:aws:apigateway:us-west-2:123456789012:rest-api/${id}`);
    expect(outputs["name"]).toMatch(/^thing-[0-9a-f]{7}$/);
    // Whether Pulumi names it nobody knows here, so that before a deployment it has no name.
    expect(checked).toEqual({});
    create();
    expect(simulator.unsimulated).toEqual(["aws:apigateway/restApi:RestApi"]);
  });

  it("keeps the name and the region that the program wrote", () => {
    const inputs = { name: "mine", region: "cn-north-1" };
    const { id, outputs } = lenient().create(URN, "aws:gamelift/fleet:Fleet", "thing", inputs);
    expect(outputs).toEqual({ arn: `arn:aws-cn:gamelift:cn-north-1:123456789012:fleet/${id}` });
  });

  it("has an id alone where it is not of AWS", () => {
    expect(lenient().create(URN, "docker:index/image:Image", "thing", {}).outputs).toEqual({});
  });
});

it("answers generically for a known type whose inputs are not as AWS takes them", () => {
  const simulator = lenient();
  const listener = simulator.create(URN, "aws:lb/listener:Listener", "thing", { loadBalancerArn: 7 });
  expect(listener.id).toMatch(/^thing-id-/);
  expect(simulator.create(URN, "aws:kms/key:Key", "thing", { region: [] }).id).toBeDefined();
  expect(simulator.unsimulated).toContain("aws:lb/listener:Listener");
});

it("leaves unknown what an unknown input went into", () => {
  const inputs = { bucket: UNKNOWN_VALUE };
  const { id, outputs } = lenient().create(URN, "aws:s3/bucket:Bucket", "thing", inputs);
  expect({ id, outputs }).toEqual({ id: "", outputs: { region: "eu-west-1" } });
});

describe("a look-up", () => {
  it("is unknown in every property that its SDK names, and is noted", () => {
    const simulator = lenient(() => ["arn", "imageId"]);
    const answer = simulator.invoke("aws:ec2/getAmi:getAmi", {});
    expect(answer).toEqual({ arn: UNKNOWN_VALUE, imageId: UNKNOWN_VALUE, id: UNKNOWN_VALUE });
    expect(simulator.unsimulated).toEqual(["aws:ec2/getAmi:getAmi"]);
  });

  it("answers for the region of its provider; what another account may answer otherwise is noted", () => {
    const simulator = lenient();
    const zones = "aws:index/getAvailabilityZones:getAvailabilityZones";
    expect(simulator.invoke("aws:index/getRegion:getRegion", {}, "eu-north-1")).toMatchObject({ region: "eu-north-1" });
    expect(simulator.invoke(zones, {}, "eu-north-1")["names"]).toEqual(["eu-north-1a", "eu-north-1b", "eu-north-1c"]);
    expect(simulator.unsimulated).toEqual([zones]);
  });
});
