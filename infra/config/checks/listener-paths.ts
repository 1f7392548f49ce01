import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";
import { servicesOf } from "../service-kind";

/** No two services stand on one path of one host: which of them answers would be chance. */
export const listenerPaths: Check = ({ sections: { services = {} } }) => {
  const taken = new Map<string, string>();
  return Object.entries(servicesOf("web", services)).flatMap(([name, { paths, hosts }]) => {
    const faults: Fault[] = [];
    paths.forEach((path, index) => {
      for (const host of hosts.length > 0 ? hosts : ["every host"]) {
        const first = taken.get(`${host} ${path}`);
        if (first === undefined) taken.set(`${host} ${path}`, name);
        if (first === undefined || faults.some((fault) => fault.path.at(-1) === index)) continue;
        const firstKey = at("services", first, "paths");
        faults.push({
          path: at("services", name, "paths", index),
          involves: [firstKey, at("services", name, "hosts"), at("services", first, "hosts")],
          got: `${path} on ${host}, which leads to ${first} already (${keyText(firstKey)})`,
          expected: "a path that no other service has on the same host",
          fix: `give one of the two a path of its own, such as /${name}/*, or hosts of its own`,
        });
      }
    });
    return faults;
  });
};
