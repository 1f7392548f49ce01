import * as fc from "fast-check";
import { idsOffered, modelBehind, modelRoute, vouchedRoute } from ".";
import { CATALOGUE } from "./catalogue";
import { COMMERCIAL } from "./regions";

const EU = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"];

describe("modelRoute", () => {
  it("sends a profile's requests where AWS's table says, which depends on the caller's region", () => {
    const sonnet = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0";
    expect(modelRoute(sonnet, "eu-north-1")).toEqual({
      id: sonnet,
      modelId: "anthropic.claude-sonnet-4-5-20250929-v1:0",
      profile: true,
      destinations: EU,
    });
    expect(modelRoute(sonnet, "eu-west-2")?.destinations).toEqual([...EU, "eu-west-2"].sort());
    expect(modelRoute("eu.amazon.nova-pro-v1:0", "eu-south-1")?.destinations).toEqual([
      ...["eu-central-1", "eu-north-1", "eu-south-1", "eu-west-1", "eu-west-3"],
    ]);
    expect(modelRoute("us.meta.llama3-2-3b-instruct-v1:0", "us-west-2")?.destinations).toEqual([
      "us-east-1",
      "us-west-2",
    ]);
    expect(modelRoute("global.anthropic.claude-sonnet-4-6", "ap-south-1")?.destinations).toBe("global");
  });

  it("keeps a model's own id in the region", () => {
    expect(modelRoute("amazon.nova-lite-v1:0", "eu-north-1")).toEqual({
      id: "amazon.nova-lite-v1:0",
      modelId: "amazon.nova-lite-v1:0",
      profile: false,
      destinations: ["eu-north-1"],
    });
  });

  it.each([
    ["anthropic.claude-sonnet-4-6", "eu-north-1", "answers under its profiles only"],
    ["us.amazon.nova-pro-v1:0", "eu-north-1", "is another geography's profile"],
    ["eu.amazon.nova-premier-v1:0", "eu-north-1", "has no such profile"],
    ["global.amazon.nova-pro-v1:0", "us-east-1", "has no profile for all the world"],
    ["global.amazon.nova-2-lite-v1:0", "sa-east-1", "cannot be called from there"],
    ["amazon.nova-lite-v1:0", "eu-central-1", "does not answer there itself"],
    ["eu.anthropic.claude-opus-99", "eu-north-1", "is not known"],
  ])("has no way to %s from %s, which %s", (id, region) => {
    expect(modelRoute(id, region)).toBeUndefined();
  });

  it("lets the home region answer too, and stays in one geography unless the id says global", () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMMERCIAL), (region) => {
        for (const id of idsOffered(region)) {
          const route = modelRoute(id, region);
          if (route?.destinations === "global") expect(id).toMatch(/^global\./);
          else expect(route?.destinations).toContain(region);
        }
      }),
    );
    for (const [modelId, { profiles }] of Object.entries(CATALOGUE)) {
      for (const [prefix, routes] of Object.entries(profiles)) {
        const beyond = { us: /^(us|ca)-/, eu: /^(eu|il)-/, au: /^ap-/, jp: /^ap-northeast-/, ca: /^ca-/ }[prefix];
        Object.values(routes)
          .flat()
          .forEach((region) => expect(`${modelId} ${region}`).toMatch(RegExp(`^\\S+ ${beyond?.source.slice(1)}`)));
      }
    }
  });

  it("offers at least seven models in Stockholm without leaving Europe", () => {
    const models = idsOffered("eu-north-1").filter((id) => !id.startsWith("global."));
    expect(new Set(models.map(modelBehind)).size).toBeGreaterThanOrEqual(7);
  });

  it("takes somebody's word for a model that it does not know", () => {
    expect(vouchedRoute("eu.anthropic.claude-opus-99", ["eu-west-1"])).toEqual({
      id: "eu.anthropic.claude-opus-99",
      modelId: "anthropic.claude-opus-99",
      profile: true,
      destinations: ["eu-west-1"],
    });
    expect(vouchedRoute("mistral.large-99", ["us-east-1"]).profile).toBe(false);
  });
});
