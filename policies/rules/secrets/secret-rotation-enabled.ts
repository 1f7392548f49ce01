import { badStack, type CaseResource, goodStack, type Properties, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const SECRET = "aws:secretsmanager/secret:Secret";
const ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
const secret: CaseResource = { type: SECRET, name: "database", props: { name: "shop/database" } };
const rotation = (props: Properties, refers?: CaseResource["refers"]): CaseResource => ({
  type: ROTATION,
  name: "rotation",
  props,
  ...(refers && { refers }),
});

export const secretRotationEnabled: Rule = {
  id: "secret-rotation-enabled",
  title: "Every secret is rotated",
  severity: "medium",
  controls: { fsbp: ["SecretsManager.1"], nist: ["IA-5(1)", "SC-12"] },
  references: { checkov: ["CKV2_AWS_57"], cdkNag: ["AwsSolutions-SMG4"] },
  why: "A secret that leaked without anybody's notice is good until it changes.",
  fix: "Declare an aws.secretsmanager.SecretRotation for the secret, or let RDS manage the password.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html#secretsmanager-1",
  types: [SECRET],
  checkStack({ subject, stack, each, violated }) {
    const rotations = stack.pointingAt(subject, [ROTATION], "secretId");
    if (rotations.length === 0) violated("name", "a SecretRotation for this secret", "none in the stack");
    each(rotations, ({ props }) => {
      const enabled = props.at("rotationEnabled");
      if (enabled.isSet() && !enabled.isUnknown() && enabled.isFalse()) violated(enabled, "true", "false");
    });
  },
  cases: {
    stack: [
      goodStack("by reference", [secret, rotation({ secretId: UNKNOWN }, { secretId: "database" })]),
      goodStack("by its known name, with what AWS answers still open", [
        secret,
        rotation({ secretId: "shop/database", rotationEnabled: UNKNOWN }),
      ]),
      badStack("no rotation", [secret], "name"),
      badStack("of another secret", [secret, rotation({ secretId: "shop/token" })], "name"),
      badStack(
        "switched off",
        [secret, rotation({ secretId: UNKNOWN, rotationEnabled: false }, { secretId: "database" })],
        "rotationEnabled",
      ),
      unknownStack("of some secret", [secret, rotation({ secretId: UNKNOWN })], "secretId"),
    ],
  },
};
