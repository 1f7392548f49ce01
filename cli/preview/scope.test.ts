import { Failure } from "./failure";
import { scopeOf } from "./scope";

const resources = [
  { urn: "stack", type: "pulumi:pulumi:Stack", name: "platform-dev", custom: false },
  { urn: "network", type: "platform:index:Network", name: "main", custom: false, parent: "stack" },
  { urn: "vpc", type: "aws:ec2/vpc:Vpc", name: "main", custom: true, parent: "network" },
  { urn: "api", type: "platform:index:Service", name: "api", custom: false, parent: "stack" },
  { urn: "logs", type: "platform:index:LogGroup", name: "api", custom: false, parent: "api" },
  { urn: "group", type: "aws:cloudwatch/logGroup:LogGroup", name: "api", custom: true, parent: "logs" },
  { urn: "worker", type: "platform:index:Service", name: "worker", custom: false, parent: "stack" },
];

it.each([
  ["api", ["api", "logs", "group"]],
  ["platform:index:Service", ["api", "logs", "group", "worker"]],
  ["Service", ["api", "logs", "group", "worker"]],
  ["LogGroup", ["logs", "group"]],
])("%s is %j", (only, urns) => expect([...scopeOf(resources, only)]).toEqual(urns));

it("fails for a name that no component has, with the nearest and all of them", () => {
  const find = (): unknown => scopeOf(resources, "wroker");
  expect(find).toThrow(Failure);
  expect(find).toThrow(/did you mean worker\?\n {2}components: api, main, worker/);
});

it("does not take a resource for a component", () => expect(() => scopeOf(resources, "Vpc")).toThrow(Failure));
