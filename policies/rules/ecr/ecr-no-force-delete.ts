import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

export const ecrNoForceDelete: Rule = {
  id: "ecr-no-force-delete",
  title: "A repository with images in it is not deleted",
  severity: "low",
  controls: { nist: ["CP-9"] },
  why: "With the images go the releases that a rollback needs, and no copy of them is left.",
  fix: "Leave forceDelete out or set it to false.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DeleteRepository.html",
  types: ["aws:ecr/repository:Repository"],
  check({ props, violated }) {
    const force = props.at("forceDelete");
    if (force.isTrue()) violated(force, "false or absent", "deletion together with the images");
  },
  remedy: ({ set }) => set("forceDelete", false),
  cases: {
    resource: [
      good("refused", { forceDelete: false }),
      good("provider's default left", { imageTagMutability: "IMMUTABLE" }),
      bad("forced", { forceDelete: true }, "forceDelete"),
      bad("forced, as text", { forceDelete: "true" }, "forceDelete"),
      unknown("not known", { forceDelete: UNKNOWN }, "forceDelete"),
    ],
  },
};
