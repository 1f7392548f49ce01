import type { Fault } from "../draft";
import type { KeyPath } from "../key-path";

/** A fault when what should lie in another region lies at home, where it is lost together with what it copies. */
export function atHome(home: string | undefined, path: KeyPath, region: string | undefined): Fault[] {
  if (region === undefined || region !== home) return [];
  return [
    {
      path,
      involves: [],
      got: `${region}, which is aws:region itself`,
      expected: "another region than the stack's",
      fix: `name a second region, for example ${home === "us-west-2" ? "us-east-1" : "us-west-2"}`,
    },
  ];
}
