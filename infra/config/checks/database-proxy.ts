import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";

/** A proxy has somebody to serve, and keeps no more connections idle than it may have. */
export const databaseProxy: Check = ({ sections: { database, services = {} } }) => {
  const proxy = database?.proxy;
  if (!proxy) return [];
  const faults: Fault[] = [];
  const key = at("database", "proxy");
  if (!Object.values(services).some(({ uses }) => uses.database)) {
    faults.push({
      path: key,
      involves: [at("services")],
      got: "a proxy, while no service uses the database",
      expected: "a service with uses.database: the proxy is for its connections",
      fix: "set uses.database of a service to true, or remove proxy",
    });
  }
  const { maxConnections, maxIdleConnections } = proxy;
  if (maxIdleConnections !== undefined && maxIdleConnections > maxConnections) {
    faults.push({
      path: [...key, "maxIdleConnections"],
      involves: [[...key, "maxConnections"]],
      got: `${maxIdleConnections} percent, above ${keyText([...key, "maxConnections"])}, ${maxConnections}`,
      expected: `at most ${maxConnections}`,
      fix: "lower maxIdleConnections, or remove it",
    });
  }
  return faults;
};
