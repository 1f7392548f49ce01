import { badStack, type CaseResource, goodStack, type Properties, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET } from "../../kernel/tokens";
import { bucket, bucketV2 } from "./bucket-cases";
import { isFirstOf } from "./first-of-stack";
import { demandFlags, eachFlagOff, PUBLIC_ACCESS_FLAGS } from "./public-access-flags";

const ACCOUNT_BLOCK = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
const all = Object.fromEntries(PUBLIC_ACCESS_FLAGS.map((flag) => [flag, true]));
const block = (props: Properties = {}): CaseResource => ({
  type: ACCOUNT_BLOCK,
  name: "account",
  props: { ...all, ...props },
});

export const s3AccountPublicAccessBlock: Rule = {
  id: "s3-account-public-access-block",
  title: "The account blocks public access to all its buckets with all four settings",
  severity: "medium",
  controls: { fsbp: ["S3.1"], cis: ["2.1.4"], nist: ["AC-3", "SC-7"] },
  why: "The account's block holds for buckets that nobody has thought of, also those made by hand.",
  fix: "Declare one aws.s3.AccountPublicAccessBlock with all four flags true, in the stack of the account's baseline.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-1",
  types: [ACCOUNT_BLOCK, ...BUCKET],
  optIn: true,
  checkStack({ subject, props, stack, each, violated }) {
    if (subject.type === ACCOUNT_BLOCK) demandFlags(props, false, each, violated);
    else if (isFirstOf(stack, subject, [ACCOUNT_BLOCK, ...BUCKET]))
      violated("bucket", "an AccountPublicAccessBlock in this stack", "none in the stack");
  },
  lacks({ resource, props, each, violated }) {
    if (resource.type === ACCOUNT_BLOCK) demandFlags(props, false, each, violated);
  },
  remedy({ props, each, set }) {
    eachFlagOff(props, false, each, (flag) => set(flag, true));
  },
  cases: {
    stack: [
      goodStack("all four", [bucket(), block()]),
      goodStack("all four as text, without buckets", [
        block(Object.fromEntries(PUBLIC_ACCESS_FLAGS.map((flag) => [flag, "true"]))),
      ]),
      {
        ...badStack("none, said once", [bucket(), bucket({}, "logs"), bucketV2({}, "old")], "bucket"),
        remediable: false,
      },
      ...PUBLIC_ACCESS_FLAGS.map((flag) => badStack(`${flag} off`, [bucket(), block({ [flag]: false })], flag)),
      badStack("provider's default left", [block({ blockPublicPolicy: undefined })], "blockPublicPolicy"),
      unknownStack("a flag not known", [block({ blockPublicAcls: UNKNOWN })], "blockPublicAcls"),
    ],
  },
};
