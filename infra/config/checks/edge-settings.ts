import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";

/** What only a load balancer without a CDN does is not asked of one behind it. */
export const edgeSettings: Check = ({ sections: { cdn, firewall, loadBalancer } }) => {
  if (!cdn) return [];
  const faults: Fault[] = [];
  if (firewall?.clientAddress === "forwarded") {
    faults.push({
      path: at("firewall", "clientAddress"),
      involves: [at("cdn")],
      got: `forwarded, while there is ${keyText(at("cdn"))}`,
      expected: "connection: CloudFront sees the viewer's own address, and anybody can write X-Forwarded-For",
      fix: "remove clientAddress",
    });
  }
  if (loadBalancer?.corsOrigin !== undefined) {
    faults.push({
      path: at("loadBalancer", "corsOrigin"),
      involves: [at("cdn")],
      got: `${loadBalancer.corsOrigin}, while ${keyText(at("cdn"))} sets the headers`,
      expected: `the site under ${keyText(at("cdn", "corsOrigins"))}`,
      fix: `move it to ${keyText(at("cdn", "corsOrigins"))}`,
    });
  }
  return faults;
};
