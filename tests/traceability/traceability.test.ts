import { GoldenManifest } from "../manifest";
import { PENDING } from "./pending";
import { ALL, type Application, APPLICATIONS, type Requirement } from "./requirement";
import { REQUIREMENTS } from "./requirements";
import { TRACED } from "./traced";

/** Every row that a manifest of the application has to answer. */
const rowsOf = (application: Application): Requirement[] =>
  REQUIREMENTS.filter(({ askedBy, later }) => later === undefined && askedBy.includes(application));

const pendingOf = (application: Application): readonly string[] => {
  const pending = PENDING[application];
  return pending === "has no stack yet" ? rowsOf(application).map(({ id }) => id) : pending;
};

describe("the requirements", () => {
  it("are told apart by their ids", () => {
    const ids = REQUIREMENTS.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(ALL)("of %s are each asserted, or pending", (application) => {
    const asserted = TRACED.filter((each) => each.application === application).flatMap(({ assertions }) =>
      Object.keys(assertions),
    );
    const asked = rowsOf(application).map(({ id }) => id);
    expect([...asserted, ...pendingOf(application)].sort()).toEqual(asked.sort());
    expect(new Set(asserted).size).toBe(asserted.length);
  });

  it("that are pending are told", () => {
    const pending = ALL.map((application) => {
      const rows = pendingOf(application);
      return `${APPLICATIONS[application]}: ${rows.length > 0 ? rows.join(", ") : "nothing"}`;
    });
    process.stderr.write(`Requirements without an assertion yet\n${pending.map((line) => `  ${line}\n`).join("")}`);
    const stacks = new Set(TRACED.map(({ application }) => application));
    expect(
      ALL.filter((application) => stacks.has(application) === (PENDING[application] === "has no stack yet")),
    ).toEqual([]);
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
