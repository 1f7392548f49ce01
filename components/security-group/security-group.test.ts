import { declare } from "../testing/declared";
import { SecurityGroup } from ".";

describe("SecurityGroup", () => {
  it("admits nothing and lets nothing out", async () => {
    const declared = await declare(() => {
      new SecurityGroup("api", { vpcId: "vpc-1", description: "Tasks of api" });
    });

    const group = declared.one("aws:ec2/securityGroup:SecurityGroup");
    expect(group.name).toBe("api");
    expect(group.parentName).toBe("api");
    expect(group.inputs).toEqual({ vpcId: "vpc-1", description: "Tasks of api", revokeRulesOnDelete: true });
    expect(declared.all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")).toEqual([]);
    expect(declared.all("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")).toEqual([]);
  });

  it("tells its id", async () => {
    let group: SecurityGroup | undefined;
    const declared = await declare(() => {
      group = new SecurityGroup("api", { vpcId: "vpc-1", description: "Tasks of api" });
    });

    const id = await new Promise((done) => group?.securityGroupId.apply(done));
    expect(id).toMatch(/^sg-[0-9a-f]{17}$/);
    expect(id).toBe(declared.one("aws:ec2/securityGroup:SecurityGroup").outputs.id);
  });
});
