import type { Value } from "../../kernel/value";
import { firstSet } from "./bucket-settings";

/** A bucket's default encryption, of either twin. */
export interface DefaultEncryption {
  /** `AES256`, `aws:kms` or `aws:kms:dsse`. */
  algorithm: Value;
  key: Value;
  bucketKey: Value;
}

/** The rules of a separate encryption configuration or of the bucket's own property. */
export function encryptionRulesIn(configuration: Value): DefaultEncryption[] {
  return firstSet(configuration, "rules", "rule")
    .list()
    .map((rule) => {
      const byDefault = firstSet(rule, "applyServerSideEncryptionByDefault", "applyServerSideEncryptionByDefaults");
      return {
        algorithm: byDefault.at("sseAlgorithm"),
        key: byDefault.at("kmsMasterKeyId"),
        bucketKey: rule.at("bucketKeyEnabled"),
      };
    });
}

/** Whether new objects are encrypted with a KMS key. */
export const isKms = ({ algorithm }: DefaultEncryption): boolean =>
  ["aws:kms", "aws:kms:dsse"].includes(algorithm.string() ?? "");
