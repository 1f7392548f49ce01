import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

export const kmsKeyRotation: Rule = {
  id: "kms-key-rotation",
  title: "Symmetric keys are rotated at least each year",
  severity: "medium",
  controls: { securityHub: ["KMS.4"], cis: ["3.6"], nist: ["SC-12(2)"] },
  references: { checkov: ["CKV_AWS_7"], cdkNag: ["AwsSolutions-KMS5"] },
  why: "The longer one key is in use, the more data is lost with it should it ever become known.",
  fix: "Set enableKeyRotation: true, and rotationPeriodInDays to 365 or fewer if at all.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-4",
  types: ["aws:kms/key:Key"],
  parameters: {
    maximumDays: {
      type: "integer",
      minimum: 90,
      maximum: 2560,
      default: 365,
      description: "Longest time between two rotations, in days.",
    },
  },
  check({ props, params, each, violated }) {
    const rotation = props.at("enableKeyRotation");
    const enabled = (): void => {
      if (isRotationMissing(props)) violated(rotation, "true", rotation.isSet() ? "false" : "nothing");
    };
    const period = (): void => {
      if (isPeriodLonger(props, params.maximumDays))
        violated("rotationPeriodInDays", `at most ${params.maximumDays} days or absent`, "more days", "period");
    };
    each([enabled, period], (part) => part());
  },
  remedy({ props, params, each, set }) {
    const enabled = (): void => {
      if (isRotationMissing(props)) set("enableKeyRotation", true);
    };
    const period = (): void => {
      if (isPeriodLonger(props, params.maximumDays)) set("rotationPeriodInDays", params.maximumDays);
    };
    each([enabled, period], (part) => part());
  },
  cases: {
    resource: [
      good("rotated", { enableKeyRotation: true }),
      good("rotated each quarter, as text", { enableKeyRotation: "true", rotationPeriodInDays: "90" }),
      good(
        "every two years where that is enough",
        { enableKeyRotation: true, rotationPeriodInDays: 730 },
        {
          params: { maximumDays: 730 },
        },
      ),
      good("for signatures", { customerMasterKeySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" }),
      good("for message codes", { customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" }),
      good("in a key store of one's own", { customKeyStoreId: UNKNOWN }),
      bad("provider's default left", {}, "enableKeyRotation"),
      bad("off", { enableKeyRotation: false, customerMasterKeySpec: "SYMMETRIC_DEFAULT" }, "enableKeyRotation"),
      bad("every two years", { enableKeyRotation: true, rotationPeriodInDays: 730 }, "rotationPeriodInDays"),
      bad("off, and every two years", { enableKeyRotation: "false", rotationPeriodInDays: "730" }, [
        "enableKeyRotation",
        "rotationPeriodInDays",
      ]),
      bad("longer than configured", { enableKeyRotation: true, rotationPeriodInDays: 365 }, "rotationPeriodInDays", {
        params: { maximumDays: 90 },
      }),
      unknown("not known", { enableKeyRotation: UNKNOWN }, "enableKeyRotation"),
      unknown("kind of key not known", { customerMasterKeySpec: UNKNOWN }, "customerMasterKeySpec"),
    ],
  },
};

const isRotationMissing = (key: Value): boolean => !key.at("enableKeyRotation").isTrue() && canRotate(key);

const isPeriodLonger = (key: Value, days: number): boolean => (key.at("rotationPeriodInDays").number() ?? 0) > days;

/** KMS rotates symmetric keys whose material it made itself. */
function canRotate(key: Value): boolean {
  const spec = key.at("customerMasterKeySpec").string() ?? "SYMMETRIC_DEFAULT";
  return spec === "SYMMETRIC_DEFAULT" && !key.at("customKeyStoreId").isSet();
}
