import { badStack, type CaseResource, goodStack, type Properties, UNKNOWN, unknownStack } from "../../kernel/cases";
import { matchesPattern } from "../../kernel/policy-document";
import { regionOf } from "../../kernel/region";
import type { Rule } from "../../kernel/rule";
import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { BUCKET } from "../../kernel/tokens";
import { writtenList } from "../../kernel/written-list";
import { bucket, bucketV2, setting, settingOfSome } from "./bucket-cases";
import { REPLICATION, settingsOf } from "./bucket-settings";
import { destinationsOf, replicationRulesIn } from "./replication-rules";

const [CONFIG] = REPLICATION.types;
const rules = (status: unknown = "Enabled") => ({ rules: [{ status, destination: { bucket: UNKNOWN } }] });
const source = bucket({ region: "eu-west-1" });
const replica = bucket({ region: "eu-central-1" }, "replica");
const copying = (props: Properties, to = "replica"): CaseResource => ({
  ...setting(CONFIG, props),
  refers: { bucket: "assets", rules: to },
});

export const s3Replication: Rule = {
  id: "s3-replication",
  title: "Buckets are copied to another region",
  severity: "low",
  controls: { securityHub: ["S3.7"], nist: ["CP-6", "CP-9"] },
  references: { checkov: ["CKV_AWS_144"], cdkNag: ["S3BucketReplicationEnabled"] },
  why: "A bucket lives in one region: with that out of reach, so is the data.",
  fix: "Declare an aws.s3.BucketReplicationConfig with an enabled rule to a bucket of another region.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-7",
  types: BUCKET,
  optIn: true,
  parameters: {
    buckets: {
      type: "array",
      items: { type: "string" },
      default: ["*"],
      description: "Logical names of the buckets that are copied; * stands for any text. Copies need none themselves.",
    },
  },
  checkStack({ subject, stack, params, violated }) {
    const isMeant = params.buckets.some((pattern: string) => matchesPattern(pattern, subject.name));
    if (!isMeant || isCopy(stack, subject)) return;
    if (!settingsOf(stack, subject, REPLICATION).some((setting) => replicationRulesIn(setting).length > 0))
      return violated("bucket", "a BucketReplicationConfig with an enabled rule", "none in the stack");
    const copies = holdersOf(stack, subject).flatMap((holder) => destinationsOf(stack, holder, subject));
    if (copies.length > 0 && copies.every((copy) => regionOf(copy) === regionOf(subject)))
      violated("bucket", "a copy in another region", "a copy in the same region");
  },
  cases: {
    stack: [
      goodStack("separate", [source, replica, copying(rules())]),
      goodStack("to a bucket of another stack", [source, setting(CONFIG, rules())]),
      goodStack("inline, by known name", [
        bucket({
          region: "eu-west-1",
          replicationConfiguration: {
            rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::shop-replica" } }],
          },
        }),
        bucketV2({ bucket: "shop-replica", region: "eu-central-1" }, "replica"),
      ]),
      goodStack("to two buckets, one of them in another region", [
        source,
        replica,
        bucket({ region: "eu-west-1" }, "near"),
        { ...copying(rules()), refers: { bucket: "assets", rules: ["near", "replica"] } },
      ]),
      goodStack("inline and both ways", [
        ...(["a", "b"] as const).map((name) => ({
          ...bucket({ region: name, replicationConfiguration: rules() }, name),
          refers: { replicationConfiguration: name === "a" ? "b" : "a" },
        })),
      ]),
      goodStack("not among those named", [bucket()], { buckets: ["data-*"] }),
      badStack("none", [bucket()], "bucket"),
      badStack("none, among those named", [bucketV2({}, "data-1")], "bucket", { buckets: ["data-*"] }),
      badStack("one of those named", [bucket()], "bucket", { buckets: ["data-*", "assets"] }),
      badStack(
        "inline in the same region",
        [
          {
            ...bucket({ region: "eu-west-1", replicationConfiguration: rules() }),
            refers: { replicationConfiguration: "replica" },
          },
          bucket({ region: "eu-west-1" }, "replica"),
        ],
        "bucket",
      ),
      badStack("disabled", [source, setting(CONFIG, rules("Disabled"))], "bucket"),
      badStack("in the same region", [source, bucket({ region: "eu-west-1" }, "replica"), copying(rules())], "bucket"),
      unknownStack("status not known", [source, setting(CONFIG, rules(UNKNOWN))], "status"),
      unknownStack("of some bucket", [source, settingOfSome(CONFIG, rules())], "bucket"),
      unknownStack("region not known", [source, { ...replica, props: {} }, copying(rules())], "region"),
    ],
  },
};

/** The resources that say where a bucket is copied to: separate configurations, or itself. */
function holdersOf(stack: StackIndex, bucket: Subject): Subject[] {
  const separate = stack.pointingAt(bucket, REPLICATION.types, "bucket");
  return separate.length > 0 ? separate : [bucket];
}

/** Whether another bucket is copied to this one. */
function isCopy(stack: StackIndex, bucket: Subject): boolean {
  const separate = stack.ofTypes(REPLICATION.types);
  if (separate.some((each) => destinationsOf(stack, each, stack.targets(each, "bucket", BUCKET)[0]).includes(bucket)))
    return true;
  const others = stack.ofTypes(BUCKET).filter((each) => each !== bucket && saysWhere(each));
  return others.some((each) => destinationsOf(stack, each, each).includes(bucket));
}

/** Whether a bucket itself holds replication rules that the program wrote; left out, AWS fills them in. */
const saysWhere = (bucket: Subject): boolean =>
  REPLICATION.inline.some((property) => writtenList(bucket, property).length > 0);
