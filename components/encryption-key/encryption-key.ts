import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../iam";
import { type KeyService, keyPolicyStatements } from "./key-policy";

export interface EncryptionKeyArgs {
  /** Account id, 12 digits: the key policy names it. */
  account: string;
  /** Region of the program's provider. */
  region: string;
  /** Region of the key, where that is not `region`: a key for copies in a second region. */
  keyRegion?: string;
  /** The key's name in the console, without `alias/`, for example `pm-prod-data`. */
  aliasName: string;
  /** What the key encrypts. */
  description: string;
  /** The AWS services that use the key by its own policy. */
  services: KeyService[];
  /** Days between the order to delete the key and its end, 7 to 30. Default: 30. */
  deletionWindowDays?: number;
}

/**
 * A symmetric KMS key that AWS rotates each year, with an alias and a policy that names the services which use it.
 *
 * Creates one key and one alias. Costs $1 a month, $1 a month more after each of the first two rotations, and $0.03
 * for 10,000 requests (https://aws.amazon.com/kms/pricing/).
 */
export class EncryptionKey extends pulumi.ComponentResource {
  readonly keyArn: pulumi.Output<string>;
  readonly keyId: pulumi.Output<string>;

  constructor(name: string, args: EncryptionKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:EncryptionKey", name, {}, opts);
    const deletionWindowInDays = deletionWindow(name, args.deletionWindowDays);
    const aliasName = alias(name, args.aliasName);
    const home = { account: args.account, region: args.keyRegion ?? args.region };

    const key = new kms.Key(
      name,
      {
        description: args.description,
        policy: policyDocument(...keyPolicyStatements(home, args.services)),
        enableKeyRotation: true,
        rotationPeriodInDays: 365,
        deletionWindowInDays,
        region: args.keyRegion,
      },
      { parent: this },
    );
    new kms.Alias(
      `${name}-alias`,
      { name: aliasName, targetKeyId: key.keyId, region: args.keyRegion },
      { parent: this },
    );

    this.keyArn = key.arn;
    this.keyId = key.keyId;
    this.registerOutputs({ keyArn: this.keyArn, keyId: this.keyId });
  }
}

function deletionWindow(name: string, days = 30): number {
  if (!Number.isInteger(days) || days < 7 || days > 30)
    throw new Error(`EncryptionKey ${name}: deletionWindowDays must be a whole number from 7 to 30, got ${days}`);
  return days;
}

function alias(name: string, aliasName: string): string {
  if (!/^(?!aws\/|alias\/)[A-Za-z0-9/_-]{1,250}$/.test(aliasName))
    throw new Error(
      `EncryptionKey ${name}: aliasName must be letters, digits, "/", "_" or "-", without "alias/" or "aws/" in front, got "${aliasName}"`,
    );
  return `alias/${aliasName}`;
}
