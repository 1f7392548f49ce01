import { deployedStacks } from "../program/deployed-stacks";
import { faultsOfRoles } from "./proof";

describe.each(deployedStacks())("%s", (_file, deployed) => {
  it("lets every role do what it is for, and nothing else", async () => {
    expect(faultsOfRoles(await deployed())).toEqual([]);
  }, 60_000);
});
