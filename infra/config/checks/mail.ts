import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";

/** The stack sends in the name of its own zone, and from addresses of the domain that is proved. */
export const mail: Check = ({ sections: { mail: settings, domain } }) => {
  if (!settings) return [];
  const zoneKey = at("domain", "zone");
  const domainKey = at("mail", "domain");
  const inZone = domain === undefined || settings.domain === domain.zone || settings.domain.endsWith(`.${domain.zone}`);
  const outside: Fault = {
    path: domainKey,
    involves: [zoneKey],
    got: `the text "${settings.domain}", which is outside ${keyText(zoneKey)}, "${domain?.zone}"`,
    expected: `${domain?.zone} or a name that ends in .${domain?.zone}: the records that prove it lie in that zone`,
    fix: "send from the zone's own domain, or from one below it",
  };
  const foreign = settings.from.flatMap((address, index): Fault[] => {
    if (address.endsWith(`@${settings.domain}`)) return [];
    return [
      {
        path: at("mail", "from", index),
        involves: [domainKey],
        got: `the address ${address}, which is not of ${keyText(domainKey)}, "${settings.domain}"`,
        expected: `an address that ends in @${settings.domain}`,
        fix: "change the address, or the domain",
      },
    ];
  });
  return [...(inZone ? [] : [outside]), ...foreign];
};
