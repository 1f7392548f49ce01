import { readFileSync } from "node:fs";
import path from "node:path";
import { EngineStack } from "../../engine/stack";
import { repositoryProject } from "../../engine/workspace";
import { ROOT } from "../preview";
import { lostAndOrphaned } from "./lost-and-orphaned";
import { STACK_FILES } from "./stack-files";

const PLACES = ["aws:ecr/", "aws:kms/", "aws:secretsmanager/", "random:"];

/** The targets of the README's first `pulumi up`, which makes places for images and secrets. */
function targets(): string[] {
  const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
  return [...readme.matchAll(/--target '([^']+)'/g)].flatMap(([, target = ""]) => ["--target", target]);
}

describe.each(STACK_FILES)("the README's first update of %s", (file) => {
  it("makes a place for every image and every secret, and nothing else; the second makes the rest", async () => {
    const stack = await EngineStack.create({ ...repositoryProject(file, "bundle"), checkpoints: "atEnd" });
    try {
      const { log, status } = await stack.up(...targets());
      expect([log.errors(), status]).toEqual([[], 0]);
      const made = stack.account.resources().map(({ type }) => type);
      expect(made.filter((type) => !PLACES.some((place) => type.startsWith(place)))).toEqual([]);
      const rest = await stack.up();
      expect([rest.log.errors(), rest.status]).toEqual([[], 0]);
      expect(await lostAndOrphaned(stack)).toEqual([]);
      const left = rest.log.changes().created;
      const secrets = Object.keys(stack.workspace.content().config["platform:secrets"] ?? {});
      const places = secrets.map(
        (name) => `aws:secretsmanager/secret:Secret ${name.toLowerCase().replaceAll("_", "-")}`,
      );
      expect(left.filter((label) => places.includes(label) || label.startsWith("aws:ecr/repository:"))).toEqual([]);
    } finally {
      stack.dispose();
    }
  });
});
