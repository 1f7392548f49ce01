import { declare } from "../testing/declared";
import { AliasRecord } from ".";

const args = {
  domainName: "api.example.com",
  zoneId: "Z0123456789",
  target: { dnsName: "d111111abcdef8.cloudfront.net", zoneId: "Z2FDTNDATAQYW2" },
};

const inputs = (type: string) => ({
  zoneId: "Z0123456789",
  name: "api.example.com",
  type,
  aliases: [{ name: "d111111abcdef8.cloudfront.net", zoneId: "Z2FDTNDATAQYW2", evaluateTargetHealth: false }],
});

describe("AliasRecord", () => {
  it("leads to the target over IPv4 and IPv6", async () => {
    const declared = await declare(() => {
      new AliasRecord("api", { ...args, ipv6: true });
    });

    const records = declared.all("aws:route53/record:Record");
    expect(records.map((record) => [record.name, record.parentName])).toEqual([
      ["api-ipv4", "api"],
      ["api-ipv6", "api"],
    ]);
    expect(records.map((record) => record.inputs)).toEqual([inputs("A"), inputs("AAAA")]);
  });

  it("leads to a target without IPv6 over IPv4 only", async () => {
    const declared = await declare(() => {
      new AliasRecord("api", { ...args, ipv6: false });
    });

    expect(declared.one("aws:route53/record:Record").inputs).toEqual(inputs("A"));
  });
});
