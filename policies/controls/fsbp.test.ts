import { rules } from "../rules";
import fsbp from "./fsbp.json";

const stateOf = new Map(fsbp.controls.map(({ id, state }) => [id, state]));

describe("the list of FSBP controls", () => {
  it("names each control once, as active or retired", () => {
    expect(stateOf.size).toBe(fsbp.controls.length);
    for (const { id, state } of fsbp.controls) {
      expect(id).toMatch(/^[A-Z][A-Za-z0-9]*\.\d+$/);
      expect(["active", "retired"]).toContain(state);
    }
  });

  it("is sorted by service and number", () => {
    const ids = fsbp.controls.map(({ id }) => id);
    const sorted = [...ids].sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
    expect(ids).toEqual(sorted);
  });
});

describe.each(rules.map(({ id, controls }) => [id, controls] as const))("%s", (_id, controls) => {
  it("cites active controls of the standard only", () => {
    const states = (controls.fsbp ?? []).map((control) => [control, stateOf.get(control)]);
    expect(states).toEqual((controls.fsbp ?? []).map((control) => [control, "active"]));
  });

  it("cites as controls outside the standard none that is in it", () => {
    expect((controls.securityHub ?? []).filter((control) => stateOf.get(control) === "active")).toEqual([]);
  });
});
