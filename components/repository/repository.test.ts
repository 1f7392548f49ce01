import { declare } from "../testing/declared";
import { Repository } from ".";

const args = { kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/data", emptyOnDelete: false };

describe("Repository", () => {
  it("keeps tags from moving, scans what is pushed and encrypts with the given key", async () => {
    const declared = await declare(() => {
      new Repository("app", args);
    });

    const repository = declared.one("aws:ecr/repository:Repository");
    expect(repository.name).toBe("app");
    expect(repository.parentName).toBe("app");
    expect(repository.inputs).toEqual({
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: args.kmsKeyArn }],
      forceDelete: false,
    });
    expect(declared.one("platform:index:Repository").outputs.repositoryUrl).toMatch(
      /^123456789012\.dkr\.ecr\.us-east-1\.amazonaws\.com\/app-[0-9a-f]{7}$/,
    );
  });

  it("deletes untagged images after 7 days and keeps the newest ones", async () => {
    const declared = await declare(() => {
      new Repository("app", { ...args, keepImages: 12 });
    });

    const policy = declared.one("aws:ecr/lifecyclePolicy:LifecyclePolicy");
    expect(policy.inputs.repository).toBe(declared.one("aws:ecr/repository:Repository").outputs.name);
    const { rules } = JSON.parse(policy.inputs.policy);
    expect(rules.map((rule: { rulePriority: number }) => rule.rulePriority)).toEqual([1, 2]);
    expect(rules[0].selection).toEqual({
      tagStatus: "untagged",
      countType: "sinceImagePushed",
      countUnit: "days",
      countNumber: 7,
    });
    expect(rules[1].selection).toEqual({ tagStatus: "any", countType: "imageCountMoreThan", countNumber: 12 });
  });

  it("keeps 30 images unless told otherwise", async () => {
    const declared = await declare(() => {
      new Repository("app", args);
    });

    const { rules } = JSON.parse(declared.one("aws:ecr/lifecyclePolicy:LifecyclePolicy").inputs.policy);
    expect(rules[1].selection.countNumber).toBe(30);
  });

  it.each([0, 2.5])("refuses to keep %p images", async (keepImages) => {
    await declare(() => {
      expect(() => new Repository("app", { ...args, keepImages })).toThrow(
        `app: keepImages must be a whole number of at least 1, got ${keepImages}`,
      );
    });
  });
});
