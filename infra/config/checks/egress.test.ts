import { changed, onlyProblem, read, refusal } from "../test-stack";

const EGRESS = "platform:services.api.egress";
const blocks = ["203.0.113.0/24"];

describe("egress", () => {
  it("goes anywhere by HTTPS unless the file says less, and looks up all names", () => {
    const config = read(changed({}));
    expect(config.services["api"]?.egress).toEqual({ https: "anywhere", ports: {} });
    expect(config.egress).toBeUndefined();
  });

  it("refuses other names by default", () => {
    expect(read(changed({ "platform:egress": { domains: ["api.example.org"] } })).egress).toEqual({
      domains: ["api.example.org"],
      mode: "block",
    });
  });

  it("needs endpoints where a service goes nowhere, or tasks cannot start", () => {
    const reasons = { "network.interfaceEndpoints": "A trial that ends in a week" };
    const changes = { "platform:network.interfaceEndpoints": false, "platform:reasons": reasons };
    expect(onlyProblem({ ...changes, [EGRESS]: { https: "none" } })).toEqual({
      key: `${EGRESS}.https`,
      got: "none, while platform:network.interfaceEndpoints is false",
      expected: "anywhere, or endpoints by which tasks reach AWS to start at all",
      fix: "set platform:network.interfaceEndpoints to true, or remove https",
    });
  });

  it("refuses addresses of the internet where there is no way out", () => {
    const reasons = { "network.nat": "Nothing of this stack calls anybody" };
    const changes = { "platform:network.nat": "none", "platform:reasons": reasons };
    expect(onlyProblem({ ...changes, [EGRESS]: { https: blocks } })).toMatchObject({
      key: EGRESS,
      got: "addresses of the internet, while platform:network.nat is none",
    });
    expect(() => read(changed({ ...changes, [EGRESS]: { https: "none" } }))).not.toThrow();
  });

  it("refuses an image that a service cannot reach then", () => {
    const image = { repository: "ghcr.io/example/api", tag: "v1.0.0" };
    expect(onlyProblem({ "platform:services.api.image": image, [EGRESS]: { https: "none" } })).toMatchObject({
      key: "platform:services.api.image.repository",
      expected: "a repository of Amazon ECR in us-east-1",
    });
    const own = { repository: "123456789012.dkr.ecr.us-east-1.amazonaws.com/api", tag: "v1.0.0" };
    expect(() => read(changed({ "platform:services.api.image": own, [EGRESS]: { https: "none" } }))).not.toThrow();
  });

  it("refuses addresses within the network, which are reached group by group", () => {
    expect(onlyProblem({ [EGRESS]: { ports: { "5432": ["203.0.113.0/24", "10.0.20.0/24"] } } })).toMatchObject({
      key: `${EGRESS}.ports["5432"][1]`,
      got: "10.0.20.0/24, which meets the stack's own network, 10.0.0.0/16",
      fix: "name what the service needs under its uses; that opens the one port of the one thing",
    });
  });

  it("has one place for HTTPS", () => {
    expect(onlyProblem({ [EGRESS]: { ports: { "443": blocks } } })).toMatchObject({
      key: `${EGRESS}.ports["443"]`,
      fix: "list the blocks under egress.https",
    });
  });

  it("wants no list of names where nobody goes out", () => {
    const changes = { [EGRESS]: { https: "none" }, "platform:egress": { domains: ["api.example.org"] } };
    expect(onlyProblem(changes)).toMatchObject({ key: "platform:egress.domains" });
  });

  it("wants a reason for only recording in production", () => {
    expect(onlyProblem({ "platform:egress": { domains: ["api.example.org"], mode: "alert" } })).toMatchObject({
      key: "platform:egress.mode",
      fix: expect.stringContaining('"egress.mode"'),
    });
  });

  it.each([
    ["https", "all", "anywhere, none, or a list of IPv4 blocks"],
    ["https", [], "a list of 1 to 20 IPv4 blocks"],
    [
      "https[0]",
      ["0.0.0.0/0"],
      "an IPv4 block of /8 or smaller that begins at its first address, such as 203.0.113.0/24",
    ],
    [
      "https[0]",
      ["203.0.113.300/32"],
      "an IPv4 block of /8 or smaller that begins at its first address, such as 203.0.113.0/24",
    ],
    ["https[0]", ["203.0.113.25/24"], "begins at its first address"],
    ["https[0]", ["240.0.0.0/8"], "begins at its first address"],
    [
      "https[0]",
      ["api.example.com"],
      "an IPv4 block of /8 or smaller that begins at its first address, such as 203.0.113.0/24",
    ],
    ['ports["70000"]', { "70000": blocks }, "a port from 1 to 65535"],
    ['ports["0"]', { "0": blocks }, "a port from 1 to 65535"],
    ['ports["587"]', { "587": "203.0.113.0/24" }, "a list of 1 to 20 IPv4 blocks"],
  ])("refuses %s as %j", (key, value, expected) => {
    const [setting = ""] = key.split("[");
    const { problems } = refusal(changed({ [EGRESS]: { [setting]: value } }));
    expect(problems[0]).toMatchObject({ key: `${EGRESS}.${key}`, expected: expect.stringContaining(expected) });
  });

  it.each(["*", "*.com", "https://api.example.org", "api.example.org/v1"])("refuses %s as a name", (domain) => {
    const { problems } = refusal(changed({ "platform:egress": { domains: [domain] } }));
    expect(problems[0]).toMatchObject({
      key: "platform:egress.domains[0]",
      expected: "a domain name such as api.example.com, or *.example.com for all names below it",
    });
  });

  it("refuses an empty list, which would refuse all", () => {
    expect(refusal(changed({ "platform:egress": { domains: [] } })).problems[0]?.expected).toBe(
      "a list of 1 to 200 domain names",
    );
  });
});
