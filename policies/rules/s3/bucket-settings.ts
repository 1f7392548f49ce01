import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { BUCKET_ENCRYPTION, BUCKET_LOGGING, BUCKET_POLICY, BUCKET_VERSIONING } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";
import { writtenList } from "../../kernel/written-list";

/** One setting of buckets: the resources that carry it, and the bucket's own property in the spelling of either twin. */
export interface BucketSetting {
  types: readonly string[];
  inline: readonly string[];
}

export const VERSIONING: BucketSetting = { types: BUCKET_VERSIONING, inline: ["versioning", "versionings"] };
export const LOGGING: BucketSetting = { types: BUCKET_LOGGING, inline: ["logging", "loggings"] };
export const ENCRYPTION: BucketSetting = {
  types: BUCKET_ENCRYPTION,
  inline: ["serverSideEncryptionConfiguration", "serverSideEncryptionConfigurations"],
};
export const REPLICATION: BucketSetting = {
  types: ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"],
  inline: ["replicationConfiguration", "replicationConfigurations"],
};

/**
 * What a setting says for a bucket: the properties of the separate resources that point at it, else the elements of
 * the bucket's own property. The separate ones first: once they exist, the bucket repeats what they say.
 */
export function settingsOf(stack: StackIndex, bucket: Subject, { types, inline }: BucketSetting): Value[] {
  const separate = stack.pointingAt(bucket, types, "bucket");
  if (separate.length > 0) return separate.map(({ props }) => props);
  return inline.flatMap((property) => writtenList(bucket, property));
}

/** The documents of a bucket's policies. */
export function policiesOf(stack: StackIndex, bucket: Subject): Value[] {
  const separate = stack.pointingAt(bucket, BUCKET_POLICY, "bucket");
  return separate.length > 0 ? separate.map(({ props }) => props.at("policy")) : writtenList(bucket, "policy");
}

/** The first place that is set, where the twins spell it differently. */
export function firstSet(value: Value, path: string, ...others: string[]): Value {
  const places = [path, ...others].map((each) => value.at(each));
  return places.find((place) => place.isSet()) ?? value.at(path);
}

/** Whether a bucket keeps versions. */
export function isVersioned(stack: StackIndex, bucket: Subject): boolean {
  return settingsOf(stack, bucket, VERSIONING).some(
    (setting) => setting.at("versioningConfiguration.status").string() === "Enabled" || setting.at("enabled").isTrue(),
  );
}
