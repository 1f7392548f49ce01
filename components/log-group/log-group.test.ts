import { declare } from "../testing/declared";
import { LogGroup } from ".";

const args = {
  logGroupName: "/platform/prod/api",
  retentionDays: 30,
  kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/logs",
};

describe("LogGroup", () => {
  it("keeps lines for the given days, encrypted with the given key, under the given name", async () => {
    const declared = await declare(() => {
      new LogGroup("api", args);
    });

    const group = declared.one("aws:cloudwatch/logGroup:LogGroup");
    expect(group.name).toBe("api");
    expect(group.parentName).toBe("api");
    expect(group.inputs).toEqual({
      name: "/platform/prod/api",
      retentionInDays: 30,
      kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/logs",
    });
  });
});
