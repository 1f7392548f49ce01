import * as pulumi from "@pulumi/pulumi";
import { declare } from "../testing/declared";
import { type OutboundRule, outboundGroup } from "./outbound";

const RULE = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

const declareGroup = (outbound?: OutboundRule[]) =>
  declare(() => {
    outboundGroup("api", "vpc-1", new pulumi.ComponentResource("test:index:Parent", "api"), outbound);
  });

describe("outboundGroup", () => {
  it("lets out to everybody by HTTPS where nothing is said", async () => {
    const rule = (await declareGroup()).one(RULE);
    expect(rule.name).toBe("api-egress-https");
    expect(rule.inputs).toMatchObject({ ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" });
  });

  it("lets out to what is said and nowhere else", async () => {
    const declared = await declareGroup([
      { role: "s3", port: 443, to: { prefixListId: "pl-1" }, label: "S3 by its endpoint" },
      { role: "587-203.0.113.25-32", port: 587, to: { cidrIpv4: "203.0.113.25/32" }, label: "a mail server" },
    ]);
    expect(declared.all(RULE).map(({ name, inputs }) => [name, inputs])).toEqual([
      [
        "api-egress-s3",
        {
          securityGroupId: expect.stringMatching(/^sg-/),
          ipProtocol: "tcp",
          fromPort: 443,
          toPort: 443,
          prefixListId: "pl-1",
          description: "api to S3 by its endpoint",
        },
      ],
      [
        "api-egress-587-203.0.113.25-32",
        expect.objectContaining({ fromPort: 587, toPort: 587, cidrIpv4: "203.0.113.25/32" }),
      ],
    ]);
  });
});
