import { overlap, parseBlock } from "@platform/components/network";
import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";
import type { Sections } from "../sections";

type Service = Sections["services"][string];

const ENDPOINTS = at("network", "interfaceEndpoints");
const NAT = at("network", "nat");

/** Tasks that may not go everywhere can still start, and what they may reach can be reached. */
export const egress: Check = ({ region, sections: { services = {}, network, egress: settings } }) => {
  const faults = Object.entries(services).flatMap(([name, service]) => [
    ...(region === undefined ? [] : imageOutOfReach(name, service, region)),
    ...(network ? withoutWay(name, service, network) : []),
    ...(network ? insideNetwork(name, service, network.cidr) : []),
    ...httpsAmongPorts(name, service),
  ]);
  const someGoOut = Object.values(services).some(({ egress: { https, ports } }) => https !== "none" || hasAny(ports));
  return settings && !someGoOut ? [...faults, IDLE_DOMAINS] : faults;
};

const IDLE_DOMAINS: Fault = {
  path: at("egress", "domains"),
  involves: [at("services")],
  got: "names to look up, while no service may go out",
  expected: "a list only where some service reaches the internet",
  fix: "remove platform:egress, or let a service out by its egress.https",
};

const hasAny = (ports: object): boolean => Object.keys(ports).length > 0;

/** Tasks fetch their image, secrets and key from AWS before anything else. */
function withoutWay(name: string, { egress: { https, ports } }: Service, network: Sections["network"]): Fault[] {
  const path = at("services", name, "egress", "https");
  if (https !== "anywhere" && !network.interfaceEndpoints) {
    return [
      {
        path,
        involves: [ENDPOINTS],
        got: `${https === "none" ? "none" : "blocks of addresses"}, while ${keyText(ENDPOINTS)} is false`,
        expected: "anywhere, or endpoints by which tasks reach AWS to start at all",
        fix: `set ${keyText(ENDPOINTS)} to true, or remove https`,
      },
    ];
  }
  if (network.nat !== "none" || ((https === "anywhere" || https === "none") && !hasAny(ports))) return [];
  return [
    {
      path: at("services", name, "egress"),
      involves: [NAT],
      got: `addresses of the internet, while ${keyText(NAT)} is none`,
      expected: "a way out of the network, or nothing outside it",
      fix: `set ${keyText(NAT)} to single or perZone, or remove the addresses`,
    },
  ];
}

/** Only the region's own registry is reached by an endpoint. */
function imageOutOfReach(name: string, { image, egress: { https } }: Service, region: string): Fault[] {
  const repository = image?.repository;
  if (https === "anywhere" || repository === undefined) return [];
  if (new RegExp(`^\\d{12}\\.dkr\\.ecr\\.${region}\\.amazonaws\\.com/`).test(repository)) return [];
  return [
    {
      path: at("services", name, "image", "repository"),
      involves: [at("services", name, "egress", "https")],
      got: `the text "${repository}", which a service that may not go anywhere cannot reach`,
      expected: `a repository of Amazon ECR in ${region}`,
      fix: "copy the image there, or remove egress.https",
    },
  ];
}

/** What lies inside the network is reached by what a service uses, group by group. */
function insideNetwork(name: string, { egress: { https, ports } }: Service, cidr: string): Fault[] {
  const network = parseBlock(cidr);
  const lists = [
    ...(typeof https === "string" ? [] : [{ path: at("services", name, "egress", "https"), blocks: https }]),
    ...Object.entries(ports).map(([port, blocks]) => ({ path: at("services", name, "egress", "ports", port), blocks })),
  ];
  return lists.flatMap(({ path, blocks }) =>
    blocks.flatMap((text, index): Fault[] => {
      const block = parseBlock(text);
      if (!network || !block || !overlap(network, block)) return [];
      return [
        {
          path: [...path, index],
          involves: [at("network", "cidr")],
          got: `${text}, which meets the stack's own network, ${cidr}`,
          expected: "addresses outside it",
          fix: "name what the service needs under its uses; that opens the one port of the one thing",
        },
      ];
    }),
  );
}

function httpsAmongPorts(name: string, { egress: { ports } }: Service): Fault[] {
  if (!Object.hasOwn(ports, "443")) return [];
  return [
    {
      path: at("services", name, "egress", "ports", "443"),
      involves: [],
      got: "the port of HTTPS",
      expected: "ports other than 443",
      fix: "list the blocks under egress.https",
    },
  ];
}
