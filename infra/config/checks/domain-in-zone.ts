import { at, type Check, type Fault } from "../draft";
import { keyText, type KeyPath } from "../key-path";

/** Every name of the stack stands once and lies in its zone, and a service answers only to names that the certificate holds. */
export const domainInZone: Check = ({ sections: { domain, services = {} } }) => {
  if (!domain) return [];
  const zoneKey = at("domain", "zone");
  const names = [
    { name: domain.name, path: at("domain", "name") },
    ...domain.alternativeNames.map((name, index) => ({ name, path: at("domain", "alternativeNames", index) })),
  ];
  const outside = names
    .filter(({ name }) => name !== domain.zone && !name.endsWith(`.${domain.zone}`))
    .map(({ name, path }): Fault => ({
      path,
      involves: [zoneKey],
      got: `the text "${name}", which is outside ${keyText(zoneKey)}, "${domain.zone}"`,
      expected: `${domain.zone} or a name that ends in .${domain.zone}`,
      fix: `change the name, or ${keyText(zoneKey)} together with ${keyText(at("domain", "zoneId"))}`,
    }));
  const held = names.map(({ name }) => name);
  const unheld = Object.entries(services).flatMap(([service, { hosts }]) =>
    hosts
      .map((host, index) => ({ host, path: at("services", service, "hosts", index) }))
      .filter(({ host }) => !held.some((name) => covers(name, host)))
      .map(({ host, path }): Fault => ({
        path,
        involves: [at("domain")],
        got: `the text "${host}", a name that the certificate does not hold`,
        expected: `one of ${held.join(", ")}`,
        fix: `add the name to ${keyText(at("domain", "alternativeNames"))}, or remove it here`,
      })),
  );
  const repeated = domain.alternativeNames.flatMap((name, index): Fault[] =>
    name === domain.name ? [alreadyItsName(at("domain", "alternativeNames", index))] : [],
  );
  return [...outside, ...repeated, ...unheld];
};

const alreadyItsName = (path: KeyPath): Fault => ({
  path,
  involves: [at("domain", "name")],
  got: `the stack's own name, which ${keyText(at("domain", "name"))} is already`,
  expected: "further names only",
  fix: "remove the entry",
});

/** Whether a name of a certificate is good for a host: a wildcard stands for one label. */
function covers(name: string, host: string): boolean {
  return name === host || (name.startsWith("*.") && host.slice(host.indexOf(".")) === name.slice(1));
}
