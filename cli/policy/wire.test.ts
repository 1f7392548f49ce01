import type { RecordedResource } from "@platform/simulator";
import { analyzeRequest, analyzerResource, secondsOf, withoutReferences } from "./wire";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const secret = { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", value: "hidden" };
const reference = { [SIGNATURE]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn:x" };

const resource: RecordedResource = {
  urn: "urn:pulumi:dev::platform::aws:kms/alias:Alias::api",
  type: "aws:kms/alias:Alias",
  name: "api",
  parent: "urn:parent",
  custom: true,
  remote: false,
  inputs: { password: secret, target: "04da6b54-80e4-46f7-96ec-b56ff0331ba9", size: 0 },
  state: { arn: "arn:aws:kms:x" },
  dependencies: ["urn:key"],
  propertyDependencies: { target: ["urn:key"] },
  options: { protect: true, ignoreChanges: ["size"], deleteBeforeReplace: false, customTimeouts: { create: "1h30m" } },
};
const provider = {
  urn: "urn:provider",
  type: "pulumi:providers:aws",
  name: "default",
  inputs: { region: "eu-west-1" },
};

describe("analyzeRequest", () => {
  it("sends inputs with secrets and unknown values in their wrappers", () => {
    const request = analyzeRequest(resource, provider);
    expect(request.getProperties()?.toJavaScript()).toEqual(resource.inputs);
    expect(request.getUrn()).toBe(resource.urn);
    expect(request.getProvider()?.getProperties()?.toJavaScript()).toEqual({ region: "eu-west-1" });
  });

  it("sends the options, durations in seconds", () => {
    const options = analyzeRequest(resource, undefined).getOptions();
    expect(options?.toObject()).toMatchObject({
      protect: true,
      ignorechangesList: ["size"],
      deletebeforereplace: false,
      deletebeforereplacedefined: true,
      parent: "urn:parent",
      customtimeouts: { create: 5400, update: 0, pb_delete: 0 },
    });
  });
});

describe("analyzerResource", () => {
  it("adds what AWS answered, the parent and what the resource depends on", () => {
    const sent = analyzerResource(resource, undefined);
    expect(sent.getProperties()?.toJavaScript()).toEqual({ ...resource.inputs, arn: "arn:aws:kms:x" });
    expect(sent.getParent()).toBe("urn:parent");
    expect(sent.getDependenciesList()).toEqual(["urn:key"]);
    expect(sent.getPropertydependenciesMap().get("target")?.getUrnsList()).toEqual(["urn:key"]);
    expect(sent.hasProvider()).toBe(false);
  });
});

it("replaces references to resources by their id, or the URN of a component", () => {
  expect(withoutReferences({ list: [reference, { ...reference, id: "key-1" }] })).toEqual({ list: ["urn:x", "key-1"] });
});

it.each([
  [undefined, 0],
  ["90s", 90],
  ["1h30m", 5400],
  ["500ms", 0.5],
])("reads the duration %s as %d seconds", (duration, seconds) => expect(secondsOf(duration)).toBe(seconds));
