import type { Simulations } from "./simulation";

export const route53: Simulations = {
  "aws:route53/record:Record": ({ inputs }) => {
    const name = String(inputs.name).replace(/\.$/, "");
    return { id: `${inputs.zoneId}_${name}_${inputs.type}`, outputs: { name, fqdn: name } };
  },
};
