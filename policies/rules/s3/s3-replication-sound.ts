import { bad, badStack, type CaseResource, good, goodStack, unknown, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { BUCKET, BUCKET_ENCRYPTION, BUCKET_VERSIONING } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";
import { writtenList } from "../../kernel/written-list";
import { bucket, setting, settingOfSome } from "./bucket-cases";
import { ENCRYPTION, isVersioned, REPLICATION, settingsOf } from "./bucket-settings";
import { encryptionRulesIn, isKms } from "./encryption-rules";
import { configurationsOf, copiesEncrypted, destinationsOf, replicationRulesIn } from "./replication-rules";

const [CONFIG = ""] = REPLICATION.types;
const encrypted = { sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } } };
const to = (replicaKmsKeyId?: unknown) => ({
  destination: {
    bucket: "arn:aws:s3:::replica",
    ...(replicaKmsKeyId ? { encryptionConfiguration: { replicaKmsKeyId } } : {}),
  },
});
const rule = (props: object = {}, key: unknown = UNKNOWN) => ({
  status: "Enabled",
  filter: { prefix: "" },
  deleteMarkerReplication: { status: "Enabled" },
  ...encrypted,
  ...to(key),
  ...props,
});
const versioning = (of: string): CaseResource => ({
  ...setting(BUCKET_VERSIONING[0], { versioningConfiguration: { status: "Enabled" } }, of),
  name: `${of}-versioning`,
});
const kms: CaseResource = {
  ...setting(BUCKET_ENCRYPTION[0], { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }] }),
  name: "encryption",
};
const [source, replica] = [bucket(), bucket({}, "replica")];
const copying = (props: object = {}): CaseResource => ({
  ...setting(CONFIG, { rules: [rule(props)] }),
  refers: { bucket: "assets", rules: "replica" },
});

export const s3ReplicationSound: Rule = {
  id: "s3-replication-sound",
  title: "Replication copies everything that the bucket holds, in a form that can be restored",
  severity: "medium",
  controls: { nist: ["SC-28", "CP-9"] },
  why: "Rules that leave out encrypted objects, deletions or versions look like a copy until it is needed.",
  fix: "Keep versions on both sides, set sourceSelectionCriteria.sseKmsEncryptedObjects with replicaKmsKeyId, and deleteMarkerReplication.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html",
  types: [...REPLICATION.types, ...BUCKET],
  check({ resource, each, violated }) {
    each(configurationsOf(resource).flatMap(replicationRulesIn), (each) => {
      if (copiesEncrypted(each) && !each.replicaKey.isSet())
        violated(each.replicaKey, "a key in the destination's region", "nothing", "key");
      if (each.filter.isSet() && !each.deleteMarkers.isSet())
        violated(each.deleteMarkers, "Enabled or Disabled, written out", "nothing", "delete-markers");
    });
  },
  checkStack({ subject, stack, each, violated }) {
    const configurations = writtenConfigurations(subject);
    if (configurations.length === 0) return;
    const source = BUCKET.includes(subject.type) ? subject : stack.targets(subject, "bucket", BUCKET)[0];
    if (source && !isVersioned(stack, source))
      violated("bucket", "a source that keeps versions", "one that keeps none", "source");
    each(destinationsOf(stack, subject, source), (destination) => {
      if (!isVersioned(stack, destination))
        violated("rules", "a destination that keeps versions", "one that keeps none", destination.name);
    });
    if (!source || !isEncryptedWithKms(stack, source)) return;
    each(configurations.flatMap(replicationRulesIn), (each) => {
      if (!copiesEncrypted(each))
        violated(each.encrypted, "Enabled, as the source is encrypted with a KMS key", "not enabled", "encrypted");
    });
  },
  cases: {
    resource: [
      good("everything said", { rules: [rule()] }),
      good("the older form without filter", { rules: [{ status: "Enabled", prefix: "", ...to() }] }),
      good("a disabled rule", { rules: [{ ...rule({}, ""), status: "Disabled" }] }),
      good(
        "inline",
        {
          replicationConfiguration: {
            rules: [
              {
                status: "Enabled",
                filter: {},
                deleteMarkerReplicationStatus: "Enabled",
                sourceSelectionCriteria: { sseKmsEncryptedObjects: { enabled: true } },
                destination: { replicaKmsKeyId: "arn" },
              },
            ],
          },
        },
        { type: BUCKET[0] },
      ),
      good(
        "inline, encrypted objects left out",
        {
          replicationConfiguration: {
            rules: [{ status: "Enabled", sourceSelectionCriteria: { sseKmsEncryptedObjects: { enabled: false } } }],
          },
        },
        { type: BUCKET[0] },
      ),
      good("a bucket without rules", {}, { type: BUCKET[0] }),
      bad("no key", { rules: [rule({}, "")] }, "rules[0].destination.encryptionConfiguration.replicaKmsKeyId"),
      bad(
        "deletions not mentioned",
        { rules: [rule({ deleteMarkerReplication: undefined })] },
        "rules[0].deleteMarkerReplication",
      ),
      bad(
        "no key, inline in the older twin",
        {
          replicationConfigurations: [
            {
              rules: [
                {
                  status: "Enabled",
                  destinations: [{ bucket: "arn:aws:s3:::replica" }],
                  sourceSelectionCriterias: [{ sseKmsEncryptedObjects: [{ enabled: true }] }],
                },
              ],
            },
          ],
        },
        "replicationConfigurations[0].rules[0].destinations.encryptionConfiguration.replicaKmsKeyId",
        { type: BUCKET[1] },
      ),
      bad(
        "deletions not mentioned, inline in the older twin",
        { replicationConfigurations: [{ rules: [{ status: "Enabled", filters: [{ prefix: "a/" }] }] }] },
        "replicationConfigurations[0].rules[0].deleteMarkerReplication",
        { type: BUCKET[1] },
      ),
      unknown("rules not known", { rules: UNKNOWN }, "rules"),
    ],
    stack: [
      goodStack("versions and key on both sides", [
        source,
        replica,
        versioning("assets"),
        versioning("replica"),
        kms,
        copying(),
      ]),
      goodStack("to a bucket of another stack, without a key", [
        source,
        versioning("assets"),
        setting(CONFIG, { rules: [{ status: "Enabled", ...to() }] }),
      ]),
      goodStack("no replication", [source]),
      badStack("source keeps no versions", [source, replica, versioning("replica"), copying()], "bucket"),
      badStack("destination keeps no versions", [source, replica, versioning("assets"), copying()], "rules"),
      badStack(
        "destination by its known name keeps no versions",
        [source, bucket({ bucket: "replica" }, "copy"), versioning("assets"), setting(CONFIG, { rules: [rule()] })],
        "rules",
      ),
      badStack(
        "encrypted objects left out",
        [
          source,
          replica,
          versioning("assets"),
          versioning("replica"),
          kms,
          copying({ sourceSelectionCriteria: undefined }),
        ],
        "rules[0].sourceSelectionCriteria.sseKmsEncryptedObjects",
      ),
      badStack(
        "encrypted objects left out, inline",
        [
          bucket({
            versioning: { enabled: true },
            replicationConfiguration: { rules: [{ status: "Enabled", ...to() }] },
          }),
          kms,
        ],
        "replicationConfiguration.rules[0].sourceSelectionCriteria.sseKmsEncryptedObjects",
      ),
      unknownStack(
        "versioning of some bucket",
        [source, settingOfSome(BUCKET_VERSIONING[0]), setting(CONFIG, { rules: [rule()] })],
        "bucket",
      ),
    ],
  },
};

/** What the program wrote; a bucket's own rules that it left out are AWS's to fill in. */
function writtenConfigurations(holder: Subject): Value[] {
  if (!BUCKET.includes(holder.type)) return [holder.props];
  return REPLICATION.inline.flatMap((property) => writtenList(holder, property));
}

const isEncryptedWithKms = (stack: StackIndex, bucket: Subject): boolean =>
  settingsOf(stack, bucket, ENCRYPTION).flatMap(encryptionRulesIn).some(isKms);
