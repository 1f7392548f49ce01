import { channel } from "node:diagnostics_channel";
import { causesOf, type ComponentKey, listenForComponentKeys } from "./component-keys";

const resource = (type: string, name: string, parent?: string) => ({
  urn: `${type}::${name}`,
  type,
  name,
  ...(parent && { parent }),
});
const resources = [
  resource("pulumi:pulumi:Stack", "prod"),
  resource("platform:index:Service", "api", "pulumi:pulumi:Stack::prod"),
  resource("platform:index:LogGroup", "api", "platform:index:Service::api"),
  resource("aws:cloudwatch/logGroup:LogGroup", "api", "platform:index:LogGroup::api"),
  resource("platform:index:Service", "worker", "pulumi:pulumi:Stack::prod"),
  resource("pulumi:providers:aws", "aws"),
];
const stackFile = {
  config: { "platform:services": "{}", "platform:logs": "{}" },
  placeOf: (key: string): string => `at ${key}`,
};
const of = (type: string, name: string, ...keys: ComponentKey["keys"]): ComponentKey => ({ type, name, keys });

describe("causesOf", () => {
  it("is the key of the resource or else of the nearest one around it", () => {
    const keys = [
      of("platform:index:Service", "api", ["platform:services", "api", "paths", 0]),
      of("platform:index:LogGroup", "api", ["platform:logs"]),
    ];
    const service = { key: "platform:services.api.paths[0]", place: "at platform:services.api.paths[0]" };
    const logs = { key: "platform:logs", place: "at platform:logs" };
    expect(causesOf(resources, keys, stackFile)).toEqual({
      "platform:index:Service::api": service,
      "platform:index:LogGroup::api": logs,
      "aws:cloudwatch/logGroup:LogGroup::api": logs,
    });
  });

  it("is the first key that the file has; with none, that of what is around", () => {
    const keys = [
      of("platform:index:Service", "api", ["platform:alarms"], ["platform:services"]),
      of("platform:index:LogGroup", "api", ["platform:absent"]),
      of("platform:index:Service", "worker", ["platform:absent"]),
    ];
    const causes = causesOf(resources, keys, stackFile);
    expect(Object.entries(causes).map(([urn, { key }]) => [urn, key])).toEqual([
      ["platform:index:Service::api", "platform:services"],
      ["platform:index:LogGroup::api", "platform:services"],
      ["aws:cloudwatch/logGroup:LogGroup::api", "platform:services"],
    ]);
  });
});

it("hears what a program publishes until it stops listening", () => {
  const published = [of("platform:index:Service", "api", ["platform:services"])];
  const told = listenForComponentKeys();
  channel("platform:component-keys").publish(published);
  told.stop();
  channel("platform:component-keys").publish(published);
  expect(told.keys).toEqual(published);
});
