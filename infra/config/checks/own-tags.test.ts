import { stackTags } from "../../tags";
import { isPlatformTag } from "../platform-tags";
import { changed, onlyProblem, read } from "../test-stack";

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag-${index}`, "x"]));

describe("platform:tags", () => {
  it("is refused what the platform writes itself", () => {
    const written = Object.keys(stackTags({ ...read(changed({})), tags: {} }));
    expect(written.filter((name) => !isPlatformTag(name))).toEqual([]);
    for (const name of [...written, "Name", "reason:cdn"]) {
      expect(onlyProblem({ "platform:tags": { [name]: "mine" } })).toMatchObject({
        got: "a tag that the platform sets itself",
        fix: "rename or remove the tag",
      });
    }
  });

  it("is refused more than AWS takes", () => {
    expect(Object.keys(read(changed({ "platform:tags": many(40) })).tags)).toHaveLength(40);
    expect(onlyProblem({ "platform:tags": many(41) })).toEqual(
      expect.objectContaining({ key: "platform:tags", got: "41 tags", fix: "remove some of them" }),
    );
  });
});
