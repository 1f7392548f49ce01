import * as ecr from "@pulumi/aws/ecr";
import * as pulumi from "@pulumi/pulumi";

export interface RepositoryArgs {
  /** ARN of the key that encrypts the layers; a change replaces the repository. */
  kmsKeyArn: pulumi.Input<string>;
  /** Tagged images that are kept, newest first: what a rollback can reach. Default 30. */
  keepImages?: number;
  /** Whether destroying the repository deletes its images too: for stacks that are thrown away. */
  emptyOnDelete: boolean;
}

/** Long enough to look into a failed build, short enough not to pay for it. */
const UNTAGGED_DAYS = 7;

/**
 * A private image repository: a tag never moves, every pushed image is scanned, old images expire.
 *
 * Creates the repository and its lifecycle policy. Costs $0.10 per GB and month in us-east-1
 * (https://aws.amazon.com/ecr/pricing/).
 *
 * Throws when `keepImages` is no whole number of at least 1.
 */
export class Repository extends pulumi.ComponentResource {
  /** Where images are pushed to, without a tag: `<account>.dkr.ecr.<region>.amazonaws.com/<name>`. */
  readonly repositoryUrl: pulumi.Output<string>;
  readonly repositoryArn: pulumi.Output<string>;

  constructor(name: string, args: RepositoryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Repository", name, {}, opts);
    const keepImages = args.keepImages ?? 30;
    if (!Number.isInteger(keepImages) || keepImages < 1) {
      throw new Error(`${name}: keepImages must be a whole number of at least 1, got ${keepImages}`);
    }

    const repository = new ecr.Repository(
      name,
      {
        imageTagMutability: "IMMUTABLE",
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: args.kmsKeyArn }],
        forceDelete: args.emptyOnDelete,
      },
      { parent: this },
    );
    new ecr.LifecyclePolicy(
      `${name}-lifecycle`,
      { repository: repository.name, policy: lifecyclePolicy(keepImages) },
      // Another policy takes the place of this one, which holds nothing that protection would keep.
      { parent: this, protect: false },
    );

    this.repositoryUrl = repository.repositoryUrl;
    this.repositoryArn = repository.arn;
    this.registerOutputs({ repositoryUrl: this.repositoryUrl, repositoryArn: this.repositoryArn });
  }
}

/** ECR wants the rule for any tag status to come last. */
function lifecyclePolicy(keepImages: number): string {
  return JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        description: `Delete untagged images after ${UNTAGGED_DAYS} days`,
        selection: {
          tagStatus: "untagged",
          countType: "sinceImagePushed",
          countUnit: "days",
          countNumber: UNTAGGED_DAYS,
        },
        action: { type: "expire" },
      },
      {
        rulePriority: 2,
        description: `Keep the newest ${keepImages} images`,
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: keepImages },
        action: { type: "expire" },
      },
    ],
  });
}
