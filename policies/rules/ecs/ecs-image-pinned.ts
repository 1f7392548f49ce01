import { bad, good, type Properties, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { containersOf, nameOf } from "./containers";

const running = (...images: unknown[]): Properties => ({
  containerDefinitions: JSON.stringify(images.map((image, index) => ({ name: `c${index}`, image }))),
});
const PATH = "containerDefinitions[0].image";
const digest = `sha256:${"0a1b".repeat(16)}`;
const strict = { params: { digest: true } };

export const ecsImagePinned: Rule = {
  id: "ecs-image-pinned",
  title: "Every container names the version of its image",
  severity: "medium",
  controls: { nist: ["CM-2", "SI-7"] },
  why: "Behind a moving tag the next task runs something else than the last one, which nobody has tested or released.",
  fix: "Write the image as repository@sha256:…, or with a tag that never moves.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  parameters: {
    digest: { type: "boolean", default: false, description: "Whether nothing but a digest will do." },
    moving: {
      type: "array",
      items: { type: "string" },
      default: ["latest"],
      description: "Tags that move from one image to the next.",
    },
  },
  check({ props, each, violated, params }) {
    each(containersOf(props), (container) => {
      const image = container.at("image");
      const reference = image.string();
      if (!reference || reference.includes("@")) return;
      const tag = tagOf(reference);
      if (params.digest) violated(image, "a digest", "none", nameOf(container));
      else if (!tag) violated(image, "a tag or a digest", "neither", nameOf(container));
      else if (params.moving.includes(tag)) violated(image, "a tag that stays", "one that moves", nameOf(container));
    });
  },
  cases: {
    resource: [
      good("a digest", running(`123456789012.dkr.ecr.eu-west-1.amazonaws.com/web@${digest}`)),
      good("a tag and a digest", running(`web:latest@${digest}`), strict),
      good("a tag", running("public.ecr.aws/nginx/nginx:1.27.3")),
      good("no image", { containerDefinitions: "[{}]" }),
      bad("the moving tag", running("web:latest"), PATH),
      bad("no tag, which means the moving one", running("public.ecr.aws/nginx/nginx"), PATH),
      bad("no tag, after a port", running("registry.internal:5000/web"), PATH),
      bad("another moving tag", running("web:main"), PATH, { params: { moving: ["latest", "main"] } }),
      bad("a tag where a digest is wanted", running("web:1.27.3"), PATH, strict),
      bad("one of two", running("web:1", "proxy:latest"), "containerDefinitions[1].image"),
      bad("as a document", { containerDefinitions: [{ name: "web", image: "web" }] }, PATH),
      bad("no JSON", { containerDefinitions: "web" }, "containerDefinitions"),
      unknown("containers not known", { containerDefinitions: UNKNOWN }, "containerDefinitions"),
      unknown("image not known", { containerDefinitions: [{ image: UNKNOWN }] }, PATH),
    ],
  },
};

/** What follows the colon after the last slash: an earlier colon belongs to the registry's port. */
const tagOf = (reference: string): string | undefined => reference.split("/").at(-1)?.split(":")[1];
