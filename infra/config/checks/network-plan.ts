import { subnetProblems } from "@platform/components/network";
import { at, type Check, type Fault } from "../draft";
import { keyText, type KeyPath } from "../key-path";

/** The zones are the region's, and the subnets fit into the network and the zones. */
export const networkPlan: Check = ({ region, sections: { network } }) => {
  if (!network) return [];
  const zones = network.availabilityZones;
  const zonesKey = at("network", "availabilityZones");
  const foreign = zones.flatMap((zone, index): Fault[] =>
    region === undefined || zone.slice(0, -1) === region
      ? []
      : [
          {
            path: [...zonesKey, index],
            involves: [],
            got: `the zone ${zone}, which is outside aws:region, ${region}`,
            expected: `a zone of ${region}, such as ${region}a`,
            fix: "change the zone or aws:region",
          },
        ],
  );
  const misfit = subnetProblems(network.cidr, zones, network.subnets).map((problem): Fault => ({
    path: argumentOf(problem),
    involves: [at("network", "cidr"), zonesKey, at("network", "subnets")],
    got: problem,
    expected: "private blocks inside the network that do not overlap, one for each zone and tier",
    fix: "change the block or the zones, or remove platform:network.subnets to have the subnets planned",
  }));
  return [...foreign, ...misfit];
};

/** The key of a problem of the network, which begins with the name of its argument: `subnets.private[0] 10.0.…`. */
function argumentOf(problem: string): KeyPath {
  const name = /^[\w.[\]]+/.exec(problem)?.[0] ?? "";
  const parts = name.match(/\w+/g) ?? [];
  return at("network", ...parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part)));
}

/** Tasks without a way out cannot even fetch their image, unless AWS's services are reached inside the network. */
export const wayOut: Check = ({ sections: { network } }) =>
  network?.nat === "none" && !network.interfaceEndpoints
    ? [
        {
          path: at("network", "nat"),
          involves: [at("network", "interfaceEndpoints")],
          got: `none, while ${keyText(at("network", "interfaceEndpoints"))} is false`,
          expected: "NAT gateways or interface endpoints: tasks fetch their image and secrets through one of them",
          fix: `set ${keyText(at("network", "interfaceEndpoints"))} to true, or platform:network.nat to single or perZone`,
        },
      ]
    : [];
