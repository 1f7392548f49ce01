import { labelOf, shortType } from "./labels";
import { renderTree } from "./tree";

const urn = (types: string, name: string): string => `urn:pulumi:dev::platform::${types}::${name}`;

it.each([
  ["aws:ecs/service:Service", "aws.ecs.Service"],
  ["platform:index:WebService", "WebService"],
  ["random:index/randomPassword:RandomPassword", "random.RandomPassword"],
  ["pulumi:providers:aws", "pulumi.providers.aws"],
])("shortens %s to %s", (type, short) => expect(shortType(type, "platform")).toBe(short));

it("labels a resource by its own type, not its parents'", () => {
  expect(labelOf(urn("platform:index:Network$aws:ec2/vpc:Vpc", "main"))).toBe("aws.ec2.Vpc main");
});

describe("renderTree", () => {
  const service = urn("platform:index:Service", "api");
  const nodes = [
    { urn: urn("aws:s3/bucket:Bucket", "logs"), custom: true, parent: "urn:stack" },
    { urn: urn("platform:index:Service$aws:ecs/service:Service", "api"), custom: true, parent: service },
    { urn: service, custom: false, parent: "urn:stack" },
    { urn: urn("platform:index:Service$platform:index:LogGroup", "api"), custom: false, parent: service },
  ];

  it("puts components before resources, each level in the order of its labels", () => {
    expect(renderTree(nodes, (label) => label).split("\n")).toEqual([
      "├─ Service api",
      "│  ├─ LogGroup api",
      "│  └─ aws.ecs.Service api",
      "└─ aws.s3.Bucket logs",
    ]);
  });

  it("does not depend on the order of registration", () => {
    expect(renderTree([...nodes].reverse(), (label) => label)).toBe(renderTree(nodes, (label) => label));
  });

  it("shows a resource whose parent is left out as a root", () => {
    const parts = nodes.filter((node) => node.urn !== service);
    expect(renderTree(parts, (label) => `<${label}>`).split("\n")[0]).toBe("├─ <LogGroup api>");
  });
});
