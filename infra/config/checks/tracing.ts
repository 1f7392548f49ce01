import { TRACING_VARIABLES } from "@platform/components/task";
import { at, type Check, type Fault } from "../draft";
import { keyText, type KeyPath } from "../key-path";
import type { Sections } from "../sections";

/** Traces get out of every service that has them, and the application does not turn them elsewhere. */
export const tracing: Check = ({ sections: { services = {}, network } }) =>
  Object.entries(services)
    .filter(([, service]) => service.tracing)
    .flatMap(([name, service]) => [
      ...(network?.nat === "none" ? [noWayToImage(name, at("network", "nat"), "none", "single or perZone")] : []),
      ...(service.egress.https === "anywhere"
        ? []
        : [noWayToImage(name, at("services", name, "egress", "https"), "limited", "anywhere")]),
      ...ownVariables(name, service),
    ]);

/** The collector's image comes from a public registry, which no endpoint of AWS leads to. */
function noWayToImage(name: string, barrier: KeyPath, is: string, open: string): Fault {
  return {
    path: at("services", name, "tracing"),
    involves: [barrier],
    got: `tracing, while ${keyText(barrier)} is ${is}`,
    expected: "a way out to public.ecr.aws, where the collector's image comes from",
    fix: `set ${keyText(barrier)} to ${open}, or remove tracing`,
  };
}

function ownVariables(name: string, { environment, uses }: Sections["services"][string]): Fault[] {
  const own = [
    ...Object.keys(environment).map((variable) => ({ variable, path: at("services", name, "environment", variable) })),
    ...uses.secrets.map((variable, index) => ({ variable, path: at("services", name, "uses", "secrets", index) })),
  ];
  return own
    .filter(({ variable }) => TRACING_VARIABLES.includes(variable))
    .map(({ path }): Fault => ({
      path,
      involves: [at("services", name, "tracing")],
      got: "a variable that the platform sets for tracing",
      expected: "a name of the application's own",
      fix: "remove it, and let the application read the platform's value",
    }));
}
