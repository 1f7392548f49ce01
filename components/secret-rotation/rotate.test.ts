import type { RotatedSecrets } from "./function/rotate.mjs";
import { rotator } from "./function/rotate.mjs";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-prod/secret-key-abcdef";

/** Secrets Manager with one secret, as far as a rotation sees it. */
class FakeSecretsManager implements RotatedSecrets {
  enabled = true;
  /** Of every call that changes something, its name. */
  readonly changes: string[] = [];
  readonly values = new Map<string, string>([["old", "o".repeat(64)]]);
  stages: { [version: string]: string[] } = { old: ["AWSCURRENT"], new: ["AWSPENDING"] };

  async describeSecret() {
    return { RotationEnabled: this.enabled, VersionIdsToStages: this.stages };
  }

  async getSecretValue({ VersionId, VersionStage = "" }: { VersionId?: string; VersionStage?: string }) {
    const id = VersionId ?? Object.keys(this.stages).find((version) => this.stages[version]?.includes(VersionStage));
    const value = id !== undefined && this.stages[id]?.includes(VersionStage) ? this.values.get(id) : undefined;
    if (value === undefined) throw Object.assign(new Error("no value"), { name: "ResourceNotFoundException" });
    return { SecretString: value };
  }

  async putSecretValue(input: { ClientRequestToken: string; SecretString: string; VersionStages: string[] }) {
    this.changes.push("putSecretValue");
    this.values.set(input.ClientRequestToken, input.SecretString);
    this.stages[input.ClientRequestToken] = input.VersionStages;
  }

  async updateSecretVersionStage(input: { MoveToVersionId: string; RemoveFromVersionId: string | undefined }) {
    this.changes.push("updateSecretVersionStage");
    if (input.RemoveFromVersionId) this.stages[input.RemoveFromVersionId] = ["AWSPREVIOUS"];
    this.stages[input.MoveToVersionId] = ["AWSCURRENT"];
  }
}

const run = (fake: FakeSecretsManager, Step: string, ClientRequestToken = "new") =>
  rotator(fake)({ SecretId: SECRET, ClientRequestToken, Step });

async function rotateOnce(fake: FakeSecretsManager): Promise<void> {
  for (const step of ["createSecret", "setSecret", "testSecret", "finishSecret"]) await run(fake, step);
}

describe("rotation of a secret", () => {
  it("puts a new value of the same length in force and keeps the old one as the previous", async () => {
    const fake = new FakeSecretsManager();
    await rotateOnce(fake);

    expect(fake.stages).toEqual({ old: ["AWSPREVIOUS"], new: ["AWSCURRENT"] });
    expect(fake.values.get("new")).toMatch(/^[A-Za-z0-9]{64}$/);
    expect(fake.values.get("new")).not.toBe(fake.values.get("old"));
  });

  it("makes at least 32 characters, and another value each time", async () => {
    const made = await Promise.all(
      [1, 2].map(async () => {
        const fake = new FakeSecretsManager();
        fake.values.set("old", "short");
        await rotateOnce(fake);
        return fake.values.get("new");
      }),
    );
    made.forEach((value) => expect(value).toMatch(/^[A-Za-z0-9]{32}$/));
    expect(made[0]).not.toBe(made[1]);
  });

  it("makes no second value when it is asked again, and does nothing once all is done", async () => {
    const fake = new FakeSecretsManager();
    await run(fake, "createSecret");
    const first = fake.values.get("new");
    await run(fake, "createSecret");
    expect(fake.values.get("new")).toBe(first);
    await run(fake, "finishSecret");
    await run(fake, "finishSecret");
    await run(fake, "createSecret");
    expect(fake.changes).toEqual(["putSecretValue", "updateSecretVersionStage"]);
  });

  it.each([
    ["weak", "a".repeat(31), "is not 32 or more letters and digits"],
    ["not of letters and digits", `${"a".repeat(40)}!`, "is not 32 or more letters and digits"],
    ["the same as the old one", "o".repeat(64), "is the same as the current one"],
  ])("does not put in force a value that is %s, nor show it", async (_what, value, message) => {
    const fake = new FakeSecretsManager();
    fake.values.set("new", value);
    const failure = await run(fake, "testSecret").catch((error: Error) => error.message);
    expect(failure).toContain(message);
    expect(failure).not.toContain(value);
  });

  it("passes on a failure of Secrets Manager that is none of its own", async () => {
    const fake = new FakeSecretsManager();
    fake.getSecretValue = () => Promise.reject(Object.assign(new Error("throttled"), { name: "ThrottlingException" }));
    await expect(run(fake, "createSecret")).rejects.toThrow("throttled");
    expect(fake.changes).toEqual([]);
  });

  it("refuses what is no rotation of this secret", async () => {
    const fake = new FakeSecretsManager();
    await expect(run(fake, "deleteSecret")).rejects.toThrow("deleteSecret is no step of a rotation");
    await expect(run(fake, "createSecret", "other")).rejects.toThrow("has no version other to rotate to");
    fake.stages["new"] = [];
    await expect(run(fake, "createSecret")).rejects.toThrow("is not pending");
    fake.enabled = false;
    await expect(run(fake, "createSecret")).rejects.toThrow("is not rotated");
    expect(fake.changes).toEqual([]);
  });
});
