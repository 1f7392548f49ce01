import { GoldenManifest } from "../manifest";
import { ALL, type Application, type Requirement } from "./requirement";
import { REQUIREMENTS } from "./requirements";
import { TRACED } from "./traced";

/** Every row that a manifest of the application has to answer. */
const rowsOf = (application: Application): Requirement[] =>
  REQUIREMENTS.filter(({ askedBy, later }) => later === undefined && askedBy.includes(application));

describe("the requirements", () => {
  it("are told apart by their ids", () => {
    const ids = REQUIREMENTS.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(ALL)("of %s are each asserted", (application) => {
    const asserted = TRACED.filter((each) => each.application === application).flatMap(({ assertions }) =>
      Object.keys(assertions),
    );
    const asked = rowsOf(application).map(({ id }) => id);
    expect([...asserted].sort()).toEqual(asked.sort());
    expect(new Set(asserted).size).toBe(asserted.length);
  });
});

describe.each(TRACED)("$application", ({ stacks, assertions }) => {
  const manifests = Object.fromEntries(
    Object.entries(stacks).map(([environment, name]) => [environment, new GoldenManifest(name)]),
  );

  it.each(REQUIREMENTS.filter(({ id }) => id in assertions).map(({ id, says }) => [id, says]))("%s: %s", (id) => {
    expect.hasAssertions();
    assertions[id]?.(manifests);
  });
});
