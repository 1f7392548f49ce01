import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET, BUCKET_VERSIONING } from "../../kernel/tokens";
import { VERSIONING } from "./bucket-settings";

const versioning = (mfaDelete?: unknown, status = "Enabled") => ({ versioningConfiguration: { status, mfaDelete } });

export const s3MfaDelete: Rule = {
  id: "s3-mfa-delete",
  title: "Versions are deleted only with a second factor",
  severity: "low",
  controls: { securityHub: ["S3.20"], cis: ["2.1.2"], nist: ["AC-6", "CP-9"] },
  why: "Stolen credentials alone then cannot remove old versions. Only the root user can switch it on, by hand.",
  fix: 'Switch it on with the root user\'s device, then set versioningConfiguration.mfaDelete to "Enabled" to keep it so.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-20",
  types: [...BUCKET_VERSIONING, ...BUCKET],
  optIn: true,
  check({ resource, props, each, violated }) {
    if (BUCKET_VERSIONING.includes(resource.type)) {
      const value = props.at("versioningConfiguration.mfaDelete");
      const isKept = props.at("versioningConfiguration.status").string() === "Enabled";
      if (isKept && value.string() !== "Enabled") violated(value, "Enabled", "not enabled");
      return;
    }
    each(
      VERSIONING.inline.flatMap((property) => props.at(property).list()),
      (inline) => {
        const value = inline.at("mfaDelete");
        if (inline.at("enabled").isTrue() && !value.isTrue()) violated(value, "true", "not enabled");
      },
    );
  },
  cases: {
    resource: [
      good("enabled", versioning("Enabled")),
      good("no versions kept", versioning(undefined, "Suspended")),
      good("inline", { versioning: { enabled: true, mfaDelete: "true" } }, { type: BUCKET[0] }),
      good("a bucket without versioning of its own", {}, { type: BUCKET[1] }),
      good("no versions kept, inline", { versioning: { enabled: false } }, { type: BUCKET[0] }),
      bad("absent", versioning(), "versioningConfiguration.mfaDelete"),
      bad("disabled", versioning("Disabled"), "versioningConfiguration.mfaDelete", { type: BUCKET_VERSIONING[1] }),
      bad("absent inline", { versioning: { enabled: true } }, "versioning.mfaDelete", { type: BUCKET[0] }),
      bad(
        "off, inline in the older twin",
        { versionings: [{ enabled: true, mfaDelete: false }] },
        "versionings[0].mfaDelete",
        {
          type: BUCKET[1],
        },
      ),
      unknown("not known", versioning(UNKNOWN), "mfaDelete"),
    ],
  },
};
