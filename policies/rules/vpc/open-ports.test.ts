import * as fc from "fast-check";
import type { Subject } from "../../kernel/subject";
import { Value } from "../../kernel/value";
import { eachOpening, nameOf, type Opening, reachedPorts } from "./open-ports";

/** What a separate rule for every IPv4 address opens. */
function openingsOf(rule: object): Opening[] {
  const resource: Subject = {
    urn: "urn",
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    name: "rule",
    props: new Value({ cidrIpv4: "0.0.0.0/0", ...rule }, ""),
    protect: false,
    ignoreChanges: [],
    references: {},
  };
  const openings: Opening[] = [];
  eachOpening(
    resource,
    (elements, check) => elements.forEach(check),
    (opening) => openings.push(opening),
  );
  return openings;
}
const namesOf = (rule: object): string[] => openingsOf(rule).map(nameOf);

const port = fc.nat(65535);
const span = fc.tuple(port, port).map(([a, b]) => ({ fromPort: Math.min(a, b), toPort: Math.max(a, b) }));

describe("an opening", () => {
  it.each([
    [{ ipProtocol: "tcp", fromPort: 22, toPort: 22 }, ["22"]],
    [{ ipProtocol: "TCP", fromPort: "8000", toPort: "8100" }, ["8000-8100"]],
    [{ ipProtocol: "6", fromPort: 22, toPort: 22 }, ["22"]],
    [{ ipProtocol: "udp", fromPort: 53, toPort: 53 }, ["udp 53"]],
    [{ ipProtocol: "17", fromPort: 0, toPort: 65535 }, ["udp 0-65535"]],
    [{ ipProtocol: "tcp", fromPort: 0, toPort: 65535 }, ["all"]],
    [{ ipProtocol: "tcp", fromPort: 0, toPort: 1023 }, ["0-1023"]],
    [{ ipProtocol: "tcp", fromPort: 1024, toPort: 65535 }, ["1024-65535"]],
    [{ ipProtocol: -1, fromPort: 1, toPort: 1 }, ["all"]],
    [{}, ["all"]],
    [{ ipProtocol: "50" }, ["protocol 50"]],
    [{ ipProtocol: "constructor" }, ["protocol constructor"]],
    [{ ipProtocol: "icmp", fromPort: 8, toPort: 0 }, []],
    [{ ipProtocol: "1", fromPort: 8, toPort: 0 }, []],
    [{ ipProtocol: "icmpv6", fromPort: -1, toPort: -1 }, []],
    [{ ipProtocol: 58, fromPort: -1, toPort: -1 }, []],
  ])("%j is named %j", (rule, names) => expect(namesOf(rule)).toEqual(names));

  it("reaches exactly the ports within it, for TCP and UDP", () => {
    fc.assert(
      fc.property(fc.constantFrom("tcp", "udp"), span, port, (ipProtocol, { fromPort, toPort }, wanted) => {
        fc.pre(toPort - fromPort < 65535);
        const [opening] = openingsOf({ ipProtocol, fromPort, toPort });
        const reached = opening && reachedPorts(opening, [wanted]);
        expect(reached).toEqual(fromPort <= wanted && wanted <= toPort ? [String(wanted)] : []);
      }),
    );
  });

  it("that reaches every port is one finding", () => {
    const [opening] = openingsOf({ ipProtocol: "-1" });
    expect(opening && reachedPorts(opening, [22, 3389])).toEqual(["all"]);
  });
});
