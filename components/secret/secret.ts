import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

/** A value that nobody has to know: letters and digits, made once and kept until the resource is replaced. */
export interface GeneratedValue {
  /** Number of characters, 32 to 128. */
  length: number;
}

export interface SecretArgs {
  /** Path of the secret, for example `pm/prod/openai-api-key`; sandbox and live keys have distinct paths. */
  secretName: string;
  /** What the secret opens, and who supplies it. */
  description: string;
  /** ARN of the key that encrypts the value. */
  kmsKeyArn: pulumi.Input<string>;
  /** Days in which a deleted secret can be brought back, 7 to 30; 0 (at once) is for ephemeral stacks. Default: 30. */
  recoveryWindowDays?: number;
  /** A copy that Secrets Manager keeps up to date in a second region, under a key of that region. Default: none. */
  replica?: { region: string; kmsKeyArn: pulumi.Input<string> };
  /** Makes the value here. Default: a person puts it in after the first deployment, and Pulumi never sees it. */
  generate?: GeneratedValue;
}

/**
 * A secret in Secrets Manager, encrypted with a key of our own.
 *
 * Creates the secret and, with `generate`, a random value and the secret's version. A generated value is in Pulumi's
 * state, encrypted as every Pulumi secret is; a supplied one is nowhere but in AWS. There is no resource policy: without
 * one only this account's own IAM policies count, which is already the narrowest. Costs $0.40 a month, as
 * much again for a copy in a second region, and $0.05 for 10,000 reads (https://aws.amazon.com/secrets-manager/pricing/).
 */
export class Secret extends pulumi.ComponentResource {
  /** ARN of the secret, for `valueFrom`; who waits for it waits for a generated value as well. */
  readonly secretArn: pulumi.Output<string>;
  /** The generated value, as a Pulumi secret; none where a person supplies it. */
  readonly generatedValue?: pulumi.Output<string>;

  constructor(name: string, args: SecretArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Secret", name, {}, opts);
    checkName(name, args.secretName);
    const recoveryWindowInDays = recoveryWindow(name, args.recoveryWindowDays);
    const length = args.generate && generatedLength(name, args.generate);

    const secret = new secretsmanager.Secret(
      name,
      {
        name: args.secretName,
        description: args.description,
        kmsKeyId: args.kmsKeyArn,
        recoveryWindowInDays,
        ...(args.replica && { replicas: [{ region: args.replica.region, kmsKeyId: args.replica.kmsKeyArn }] }),
      },
      { parent: this },
    );
    this.secretArn = secret.arn;

    if (length !== undefined) {
      const value = new random.RandomPassword(`${name}-value`, { length, special: false }, { parent: this });
      const version = new secretsmanager.SecretVersion(
        `${name}-version`,
        { secretId: secret.id, secretString: value.result },
        // Once it is rotated another version is in force, and this one must not come back.
        { parent: this, ignoreChanges: ["secretString", "versionStages"] },
      );
      this.secretArn = version.arn;
      this.generatedValue = pulumi.secret(value.result);
    }

    this.registerOutputs({ secretArn: this.secretArn });
  }
}

function checkName(name: string, secretName: string): void {
  if (!/^[A-Za-z0-9/_+=.@-]{1,512}$/.test(secretName) || secretName.startsWith("/"))
    throw new Error(
      `Secret ${name}: secretName must be a path of letters, digits and /_+=.@- that does not start with "/", got "${secretName}"`,
    );
}

function recoveryWindow(name: string, days = 30): number {
  if (days !== 0 && (!Number.isInteger(days) || days < 7 || days > 30))
    throw new Error(`Secret ${name}: recoveryWindowDays must be 0 or a whole number from 7 to 30, got ${days}`);
  return days;
}

function generatedLength(name: string, { length }: GeneratedValue): number {
  if (!Number.isInteger(length) || length < 32 || length > 128)
    throw new Error(`Secret ${name}: generate.length must be a whole number from 32 to 128, got ${length}`);
  return length;
}
