import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";
import { demandFlags, eachFlagOff } from "./public-access-flags";

const ACCESS_POINT = "aws:s3/accessPoint:AccessPoint";
const MULTI_REGION = "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint";
const REPLACE = { params: { replace: true } };
const all = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };

export const s3AccessPointPublicBlock: Rule = {
  id: "s3-access-point-public-block",
  title: "S3 access points block public access with all four settings",
  severity: "critical",
  controls: { fsbp: ["S3.19", "S3.24"], nist: ["AC-3"] },
  references: { checkov: ["CKV_AWS_392"] },
  why: "An access point has a policy of its own, and the settings cannot be changed once it exists.",
  fix: "Leave publicAccessBlockConfiguration out, which blocks everything, or set its four flags to true.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-19",
  types: [ACCESS_POINT, MULTI_REGION],
  parameters: {
    replace: {
      type: "boolean",
      default: false,
      description:
        "Whether the remedy may turn the settings on, although AWS takes them at creation only: an access point that exists is then replaced.",
    },
  },
  check({ resource, props, each, violated }) {
    demandFlags(blockOf(resource.type, props), true, each, violated);
  },
  remedy({ resource, props, each, set, params: { replace } }) {
    if (replace) eachFlagOff(blockOf(resource.type, props), true, each, (flag) => set(flag, true));
  },
  cases: {
    resource: [
      good("provider's default left", { bucket: "assets" }),
      good("all four", { publicAccessBlockConfiguration: all }),
      good("several regions, default left", { details: { name: "assets" } }, { type: MULTI_REGION }),
      ...Object.keys(all).map((flag) =>
        bad(
          `${flag} off`,
          { publicAccessBlockConfiguration: { ...all, [flag]: false } },
          `publicAccessBlockConfiguration.${flag}`,
          REPLACE,
        ),
      ),
      bad(
        "off as text, in a list of one",
        { publicAccessBlockConfiguration: [{ blockPublicPolicy: "false" }] },
        "publicAccessBlockConfiguration.blockPublicPolicy",
        REPLACE,
      ),
      bad(
        "off, where nothing may be replaced",
        { publicAccessBlockConfiguration: { ...all, ignorePublicAcls: false } },
        "publicAccessBlockConfiguration.ignorePublicAcls",
        { remediable: false },
      ),
      ...Object.keys(all).map((flag) =>
        bad(
          `several regions, ${flag} off`,
          { details: { name: "assets", publicAccessBlock: { ...all, [flag]: false } } },
          `details.publicAccessBlock.${flag}`,
          { type: MULTI_REGION, ...REPLACE },
        ),
      ),
      unknown(
        "a flag not known",
        { publicAccessBlockConfiguration: { ...all, ignorePublicAcls: UNKNOWN } },
        "publicAccessBlockConfiguration.ignorePublicAcls",
      ),
    ],
  },
};

const blockOf = (type: string, props: Value): Value =>
  props.at(type === MULTI_REGION ? "details.publicAccessBlock" : "publicAccessBlockConfiguration");
