import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { demandFlags } from "./public-access-flags";

const ACCESS_POINT = "aws:s3/accessPoint:AccessPoint";
const MULTI_REGION = "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint";
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
  check({ resource, props, each, violated }) {
    const path = resource.type === MULTI_REGION ? "details.publicAccessBlock" : "publicAccessBlockConfiguration";
    demandFlags(props.at(path), true, each, violated);
  },
  // No remedy: the provider replaces an access point whose settings change.
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
        ),
      ),
      bad(
        "off as text, in a list of one",
        { publicAccessBlockConfiguration: [{ blockPublicPolicy: "false" }] },
        "publicAccessBlockConfiguration.blockPublicPolicy",
      ),
      ...Object.keys(all).map((flag) =>
        bad(
          `several regions, ${flag} off`,
          { details: { name: "assets", publicAccessBlock: { ...all, [flag]: false } } },
          `details.publicAccessBlock.${flag}`,
          { type: MULTI_REGION },
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
