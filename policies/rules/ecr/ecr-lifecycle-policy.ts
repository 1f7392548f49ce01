import { badStack, goodStack, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const REPOSITORY = "aws:ecr/repository:Repository";
const POLICY = "aws:ecr/lifecyclePolicy:LifecyclePolicy";

const repository = { type: REPOSITORY, name: "web", props: { name: "shop/web" } };
const policy = (of: unknown, refers?: { repository: string }) => ({
  type: POLICY,
  name: "expiry",
  props: { repository: of, policy: "{}" },
  ...(refers && { refers }),
});

export const ecrLifecyclePolicy: Rule = {
  id: "ecr-lifecycle-policy",
  title: "Old images are deleted",
  severity: "medium",
  controls: { fsbp: ["ECR.3"], nist: ["CM-2"] },
  why: "Images that nobody runs any more cost storage and keep old vulnerabilities within reach of a deployment.",
  fix: "Declare an aws.ecr.LifecyclePolicy for the repository that expires untagged and old images.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-3",
  types: [REPOSITORY],
  checkStack({ subject, stack, violated }) {
    if (stack.pointingAt(subject, [POLICY], "repository").length === 0)
      violated("name", "a LifecyclePolicy for this repository", "none in the stack");
  },
  cases: {
    stack: [
      goodStack("by reference", [repository, policy(UNKNOWN, { repository: "web" })]),
      goodStack("by its known name", [repository, policy("shop/web")]),
      badStack("no policy", [repository], "name"),
      badStack("a policy for another repository", [repository, policy("shop/admin")], "name"),
      unknownStack("a policy for some repository", [repository, policy(UNKNOWN)], "repository of expiry"),
    ],
  },
};
