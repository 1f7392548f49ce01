import { declare } from "../testing/declared";
import { Connection } from ".";

describe("Connection", () => {
  const declareConnection = () =>
    declare(() => {
      new Connection("api-to-database", {
        from: { label: "api", securityGroupId: "sg-api" },
        to: { label: "database", securityGroupId: "sg-database" },
        port: 5432,
      });
    });

  it("lets the caller's group out to the other group on that port only", async () => {
    const rule = (await declareConnection()).one("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");

    expect(rule.name).toBe("api-to-database-egress");
    expect(rule.parentName).toBe("api-to-database");
    expect(rule.inputs).toEqual({
      securityGroupId: "sg-api",
      referencedSecurityGroupId: "sg-database",
      ipProtocol: "tcp",
      fromPort: 5432,
      toPort: 5432,
      description: "api to database",
    });
  });

  it("lets the callee's group in from the caller's group on that port only", async () => {
    const rule = (await declareConnection()).one("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");

    expect(rule.name).toBe("api-to-database-ingress");
    expect(rule.parentName).toBe("api-to-database");
    expect(rule.inputs).toEqual({
      securityGroupId: "sg-database",
      referencedSecurityGroupId: "sg-api",
      ipProtocol: "tcp",
      fromPort: 5432,
      toPort: 5432,
      description: "database from api",
    });
  });
});
