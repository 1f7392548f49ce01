import { declare } from "../testing/declared";
import { EncryptionKey, type EncryptionKeyArgs, KeyService } from ".";

const args: EncryptionKeyArgs = {
  account: "123456789012",
  region: "us-east-1",
  aliasName: "pm-prod-data",
  description: "Data of pm prod",
  services: [KeyService.Logs],
};

describe("EncryptionKey", () => {
  it("rotates each year, waits 30 days before it goes, and has its policy known at preview", async () => {
    const declared = await declare(() => {
      new EncryptionKey("data", args);
    }, "preview");

    const key = declared.one("aws:kms/key:Key");
    const { policy, ...inputs } = key.inputs;
    expect(key.name).toBe("data");
    expect(key.parentName).toBe("data");
    expect(inputs).toEqual({
      description: "Data of pm prod",
      enableKeyRotation: true,
      rotationPeriodInDays: 365,
      deletionWindowInDays: 30,
    });
    expect(JSON.parse(policy).Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual([
      "AccountAdministration",
      "CloudWatchLogs",
    ]);
  });

  it("is found by its alias", async () => {
    const declared = await declare(() => {
      new EncryptionKey("data", args);
    });

    const alias = declared.one("aws:kms/alias:Alias", "data-alias");
    expect(alias.parentName).toBe("data");
    expect(alias.inputs).toEqual({
      name: "alias/pm-prod-data",
      targetKeyId: declared.one("aws:kms/key:Key").outputs.keyId,
    });
  });

  it("lives, alias and policy included, in the second region when told so", async () => {
    const declared = await declare(() => {
      new EncryptionKey("replica", { ...args, keyRegion: "eu-west-1" });
    });

    const key = declared.one("aws:kms/key:Key");
    expect(key.inputs.region).toBe("eu-west-1");
    expect(declared.one("aws:kms/alias:Alias").inputs.region).toBe("eu-west-1");
    expect(key.inputs.policy).toContain("logs.eu-west-1.amazonaws.com");
    expect(key.inputs.policy).not.toContain("us-east-1");
  });

  it.each([
    [{ deletionWindowDays: 6 }, "deletionWindowDays must be a whole number from 7 to 30, got 6"],
    [{ deletionWindowDays: 31 }, "deletionWindowDays must be a whole number from 7 to 30, got 31"],
    [{ aliasName: "alias/data" }, 'without "alias/" or "aws/" in front, got "alias/data"'],
    [{ aliasName: "aws/s3" }, 'without "alias/" or "aws/" in front, got "aws/s3"'],
  ])("refuses %p before anything is created", async (wrong, message) => {
    const declared = await declare(() => {
      expect(() => new EncryptionKey("data", { ...args, ...wrong })).toThrow(message);
    });

    expect(declared.all("aws:kms/key:Key")).toEqual([]);
  });
});
