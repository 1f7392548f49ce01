import * as random from "@pulumi/random";
import { declare } from "../testing/declared";
import { Secret, type SecretArgs } from ".";

const args: SecretArgs = {
  secretName: "pm/prod/openai-api-key",
  description: "Calls OpenAI; from the OpenAI console",
  kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/secrets",
};

describe("Secret", () => {
  it("leaves a supplied value to people: no version and no random value", async () => {
    const declared = await declare(() => {
      new Secret("openai", args);
    });

    const secret = declared.one("aws:secretsmanager/secret:Secret", "openai");
    expect(secret.parentName).toBe("openai");
    expect(secret.inputs).toEqual({
      name: "pm/prod/openai-api-key",
      description: "Calls OpenAI; from the OpenAI console",
      kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/secrets",
      recoveryWindowInDays: 30,
    });
    expect(declared.all("aws:secretsmanager/secretVersion:SecretVersion")).toEqual([]);
    expect(declared.all("random:index/randomPassword:RandomPassword")).toEqual([]);
  });

  it("keeps a copy in a second region, under a key of that region", async () => {
    const replica = { region: "us-west-2", kmsKeyArn: "arn:aws:kms:us-west-2:123456789012:key/copies" };
    const declared = await declare(() => {
      new Secret("openai", { ...args, replica });
    });

    expect(declared.one("aws:secretsmanager/secret:Secret").inputs.replicas).toEqual([
      { region: "us-west-2", kmsKeyId: "arn:aws:kms:us-west-2:123456789012:key/copies" },
    ]);
  });

  it("makes letters and digits of the given length and keeps them as the secret's version", async () => {
    const declared = await declare(() => {
      new Secret("session-key", { ...args, generate: { length: 64 } });
    });

    const value = declared.one("random:index/randomPassword:RandomPassword", "session-key-value");
    const version = declared.one("aws:secretsmanager/secretVersion:SecretVersion", "session-key-version");
    expect(value.parentName).toBe("session-key");
    expect(value.inputs).toEqual({ length: 64, special: false });
    expect(version.parentName).toBe("session-key");
    expect(version.inputs.secretId).toBe(declared.one("aws:secretsmanager/secret:Secret").outputs.arn);
    expect(version.inputs.secretString).toBe(value.outputs.result);
    expect(version.inputs.secretString).toHaveLength(64);
    expect(version.options.ignoreChanges).toEqual(["secretString", "versionStages"]);
  });

  it("never shows a generated value in the open", async () => {
    const declared = await declare(() => {
      new Secret("session-key", { ...args, generate: { length: 64 } });
    });

    const value: string = declared.one("random:index/randomPassword:RandomPassword").outputs.result;
    const { wire } = declared.one("aws:secretsmanager/secretVersion:SecretVersion");
    expect(wire["secretString"]).toMatchObject({ value });
    expect(wire["secretString"]).not.toBe(value);
  });

  it.each([
    ["a supplied", {}, "aws:secretsmanager/secret:Secret"],
    ["a generated", { generate: { length: 32 } }, "aws:secretsmanager/secretVersion:SecretVersion"],
  ])("gives the ARN of %s secret to those who wait for its value", async (_kind, more, waitsFor) => {
    const declared = await declare(() => {
      const { secretArn } = new Secret("key", { ...args, ...more });
      new random.RandomPassword("reader", { length: 32, keepers: { secretArn } });
    });

    const reader = declared.one("random:index/randomPassword:RandomPassword", "reader");
    expect(reader.inputs.keepers.secretArn).toMatch(
      /^arn:aws:secretsmanager:us-east-1:123456789012:secret:pm\/prod\/openai-api-key-\w{6}$/,
    );
    expect(reader.propertyDependencies["keepers"]).toContain(declared.one(waitsFor).urn);
  });

  it.each([
    [{ recoveryWindowDays: 1 }, "recoveryWindowDays must be 0 or a whole number from 7 to 30, got 1"],
    [{ recoveryWindowDays: 31 }, "recoveryWindowDays must be 0 or a whole number from 7 to 30, got 31"],
    [{ generate: { length: 31 } }, "generate.length must be a whole number from 32 to 128, got 31"],
    [{ generate: { length: 129 } }, "generate.length must be a whole number from 32 to 128, got 129"],
    [{ secretName: "/pm/prod/key" }, 'does not start with "/", got "/pm/prod/key"'],
    [{ secretName: "pm prod" }, 'got "pm prod"'],
  ])("refuses %p before anything is created", async (wrong, message) => {
    const declared = await declare(() => {
      expect(() => new Secret("openai", { ...args, ...wrong })).toThrow(message);
    });

    expect(declared.all("aws:secretsmanager/secret:Secret")).toEqual([]);
  });

  it("goes at once in an ephemeral stack", async () => {
    const declared = await declare(() => {
      new Secret("openai", { ...args, recoveryWindowDays: 0 });
    });

    expect(declared.one("aws:secretsmanager/secret:Secret").inputs.recoveryWindowInDays).toBe(0);
  });
});
