import { readFileSync } from "node:fs";
import path from "node:path";
import { differingDefaults } from "../../../infra/config/reference/profile-defaults";
import { PROFILE_DEFAULTS } from "../../../infra/config/profile";
import { ROOT } from "../../preview";
import { Runner } from "../program/runner";
import { differencesOf } from "./differences";
import { profilesPage } from "./page";
import { recordProfiles } from "./recordings";

const runner = new Runner();
afterAll(() => runner.stop());

describe("the differences between profiles", () => {
  it("are shown as they are (npx tsx scripts/generate-profiles.ts)", async () => {
    const differences = differencesOf(await recordProfiles(runner));
    expect(readFileSync(path.join(ROOT, "docs/profiles.md"), "utf8")).toBe(profilesPage(differences));
  }, 60_000);

  it("leave out no default that a profile sets", () => {
    const [production, ...others] = Object.values(PROFILE_DEFAULTS).map((defaults) => Object.entries(defaults));
    const differing = (production ?? []).filter(([key, value]) =>
      others.some((entries) => entries.some(([name, other]) => name === key && other !== value)),
    );
    const shown = differingDefaults().map(({ defaults }) => JSON.stringify(Object.values(defaults)));
    for (const [key] of differing) {
      const values = Object.values(PROFILE_DEFAULTS).map(
        (defaults) => Object.entries(defaults).find(([name]) => name === key)?.[1],
      );
      expect([key, shown.includes(JSON.stringify(values))]).toEqual([key, true]);
    }
    expect(differing.length).toBeGreaterThan(10);
  });
});
