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
  // A user that signs in by token cannot by password, which the proxy does for it:
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html
  if (proxy.authentication === "iam" && database.replicas.length > 0) {
    faults.push({
      path: [...key, "authentication"],
      involves: [key, at("database", "replicas")],
      got: `iam, while ${keyText(at("database", "replicas"))} are reached past the proxy, by a password`,
      expected: "password, as long as there are replicas",
      fix: "set authentication to password, or remove replicas",
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
