import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { BUCKET } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";
import { firstSet, REPLICATION } from "./bucket-settings";

/** A replication rule, separate or inline, of either twin. */
export interface ReplicationRule {
  at: Value;
  destination: Value;
  /** Key in the destination's region. */
  replicaKey: Value;
  /** What to do with objects that are encrypted with a KMS key. */
  encrypted: Value;
  deleteMarkers: Value;
  filter: Value;
}

/** The enabled rules of a separate configuration or of the bucket's own property. */
export function replicationRulesIn(configuration: Value): ReplicationRule[] {
  return configuration
    .at("rules")
    .list()
    .filter((rule) => rule.at("status").string() === "Enabled")
    .map((rule) => {
      const destination = firstSet(rule, "destination", "destinations");
      const selection = firstSet(rule, "sourceSelectionCriteria", "sourceSelectionCriterias");
      return {
        at: rule,
        destination: destination.at("bucket"),
        replicaKey: firstSet(destination, "encryptionConfiguration.replicaKmsKeyId", "replicaKmsKeyId"),
        encrypted: firstSet(selection, "sseKmsEncryptedObjects"),
        deleteMarkers: firstSet(rule, "deleteMarkerReplication", "deleteMarkerReplicationStatus"),
        filter: firstSet(rule, "filter", "filters"),
      };
    });
}

/** Whether a rule takes objects that are encrypted with a KMS key; inline the switch is `enabled`. */
export const copiesEncrypted = ({ encrypted }: ReplicationRule): boolean =>
  encrypted.at("status").string() === "Enabled" || encrypted.at("enabled").isTrue();

/** The configurations that a separate resource or a bucket itself holds, from its own inputs. */
export function configurationsOf({ type, props }: Pick<Subject, "type" | "props">): Value[] {
  return BUCKET.includes(type) ? REPLICATION.inline.flatMap((property) => props.at(property).list()) : [props];
}

/** The buckets of the stack that a configuration copies to, as far as they can be told. */
export function destinationsOf(stack: StackIndex, holder: Subject, source: Subject | undefined): Subject[] {
  const properties = BUCKET.includes(holder.type) ? REPLICATION.inline : ["rules"];
  const referred = properties.flatMap((property) => holder.references[property] ?? []);
  const buckets = stack.ofTypes(BUCKET);
  const byReference = buckets.filter(({ urn }) => referred.includes(urn));
  if (byReference.length > 0) return byReference.filter((bucket) => bucket !== source);
  const names = configurationsOf(holder)
    .flatMap(replicationRulesIn)
    .map(({ destination }) => (destination.isUnknown() ? undefined : destination.string()?.split(":").pop()));
  return buckets.filter(({ props }) => {
    const name = props.at("bucket");
    return !name.isUnknown() && names.includes(name.string() ?? "");
  });
}
