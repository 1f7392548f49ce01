import * as pulumi from "@pulumi/pulumi";
import { changed, read } from "../config/test-stack";
import { outboundRules } from "./egress";

const s3PrefixListId = pulumi.output("pl-s3");

function rulesOf(egress: object) {
  const service = read(changed({ "platform:services.api.egress": egress })).services["api"];
  if (!service) throw new Error("the service is gone");
  return outboundRules(service.egress, { s3PrefixListId });
}

const short = (egress: object) =>
  rulesOf(egress)?.map(({ role, port, to }) => [role, port, "cidrIpv4" in to ? to.cidrIpv4 : "S3"]);

describe("outboundRules", () => {
  it("leave a service that says nothing at everybody by HTTPS", () => {
    expect(rulesOf({})).toBeUndefined();
  });

  it("leave one that goes nowhere the endpoint of S3, from which its image comes", () => {
    expect(short({ https: "none" })).toEqual([["s3", 443, "S3"]]);
  });

  it("open blocks and ports one by one, under names that other blocks do not move", () => {
    const blocks = { https: ["203.0.113.0/24", "198.51.100.7/32"], ports: { "587": ["203.0.113.25/32"] } };
    expect(short(blocks)).toEqual([
      ["s3", 443, "S3"],
      ["443-203.0.113.0-24", 443, "203.0.113.0/24"],
      ["443-198.51.100.7-32", 443, "198.51.100.7/32"],
      ["587-203.0.113.25-32", 587, "203.0.113.25/32"],
    ]);
  });

  it("open further ports beside HTTPS to everybody", () => {
    expect(short({ ports: { "587": ["203.0.113.25/32"] } })).toEqual([
      ["https", 443, "0.0.0.0/0"],
      ["587-203.0.113.25-32", 587, "203.0.113.25/32"],
    ]);
  });
});
