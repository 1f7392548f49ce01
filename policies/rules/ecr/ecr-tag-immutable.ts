import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

export const ecrTagImmutable: Rule = {
  id: "ecr-tag-immutable",
  title: "A tag of an image never moves to another image",
  severity: "medium",
  controls: { fsbp: ["ECR.2"], nist: ["CM-2", "SI-7"] },
  references: { checkov: ["CKV_AWS_51"] },
  why: "Whoever may push can otherwise replace a released image, and the next task that starts runs theirs.",
  fix: 'Set imageTagMutability to "IMMUTABLE".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-2",
  types: ["aws:ecr/repository:Repository"],
  check({ props, violated }) {
    const mutability = props.at("imageTagMutability");
    const mode = mutability.string();
    if (mode === "IMMUTABLE_WITH_EXCLUSION") violated(mutability, "IMMUTABLE", "exceptions for some tags");
    else if (mode !== "IMMUTABLE") violated(mutability, "IMMUTABLE", "tags that can move");
  },
  remedy({ set }) {
    set("imageTagMutability", "IMMUTABLE");
    // AWS refuses exceptions beside it.
    set("imageTagMutabilityExclusionFilters", undefined);
  },
  cases: {
    resource: [
      good("immutable", { imageTagMutability: "IMMUTABLE" }),
      bad("AWS's default left", {}, "imageTagMutability"),
      bad("mutable", { imageTagMutability: "MUTABLE" }, "imageTagMutability"),
      bad("mutable with exceptions", { imageTagMutability: "MUTABLE_WITH_EXCLUSION" }, "imageTagMutability"),
      bad(
        "immutable with exceptions",
        {
          imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
          imageTagMutabilityExclusionFilters: [{ filter: "latest*", filterType: "WILDCARD" }],
        },
        "imageTagMutability",
      ),
      unknown("not known", { imageTagMutability: UNKNOWN }, "imageTagMutability"),
    ],
  },
};
