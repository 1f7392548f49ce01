import { tightPathRuleName } from "@platform/components/firewall";
import { at, type Check, type Fault } from "../draft";

/** Paths with a limit of their own differ in what their rules are called by. */
export const firewallPaths: Check = ({ sections: { firewall } }) => {
  const paths = firewall?.tightPaths.map(({ path }) => path) ?? [];
  const names = paths.map(tightPathRuleName);
  return paths.flatMap((path, index): Fault[] => {
    const first = names.indexOf(names[index] ?? "");
    if (first === index) return [];
    return [
      {
        path: at("firewall", "tightPaths", index, "path"),
        involves: [],
        got: `${path}, which would be called ${names[index]} as entry ${first} is already`,
        expected: "paths that differ in a letter or digit",
        fix: "remove one of the two entries",
      },
    ];
  });
};
