import { covers, type Exemption, isExpired } from "./exemption";

const exemption = (fields: Partial<Exemption>): Exemption => ({
  rule: "sg-open",
  reason: "the partner's probe needs it",
  owner: "ops",
  until: "2027-01-31",
  ...fields,
});
const resource = {
  urn: "urn:pulumi:prod::platform::platform:index:LoadBalancer$aws:ec2/securityGroup:SecurityGroup::ingress-group",
  type: "aws:ec2/securityGroup:SecurityGroup",
  name: "ingress-group",
};
const violation = { path: "ingress", expected: "closed", found: "open" };

describe("covers", () => {
  it.each([
    ["logical name", { resource: "ingress-group" }, true],
    ["logical name with a wildcard", { resource: "ingress-*" }, true],
    ["URN", { resource: resource.urn }, true],
    ["another name", { resource: "ingress" }, false],
    ["component by name", { component: "ingress" }, true],
    ["component by type", { component: "platform:index:LoadBalancer" }, true],
    ["another component", { component: "cdn" }, false],
    ["type", { type: resource.type }, true],
    ["two places", { resource: "ingress-group", type: resource.type }, false],
    ["no place", {}, false],
    ["another rule", { rule: "kms-rotation", resource: "ingress-group" }, false],
  ])("%s", (_name, place, expected) => {
    expect(covers(exemption(place), "sg-open", resource, violation)).toBe(expected);
  });

  it("needs the finding to be named where a rule tells several apart", () => {
    const port22 = { ...violation, part: "22" };
    expect(covers(exemption({ resource: "*" }), "sg-open", resource, port22)).toBe(false);
    expect(covers(exemption({ resource: "*", findings: ["443"] }), "sg-open", resource, port22)).toBe(false);
    expect(covers(exemption({ resource: "*", findings: ["443", "22"] }), "sg-open", resource, port22)).toBe(true);
    expect(covers(exemption({ resource: "*", findings: ["22"] }), "sg-open", resource, violation)).toBe(false);
  });
});

describe("isExpired", () => {
  it("holds through the last day in UTC and ends after it", () => {
    expect(isExpired(exemption({}), new Date("2027-01-31T23:59:00Z"))).toBe(false);
    expect(isExpired(exemption({}), new Date("2027-02-01T00:00:00Z"))).toBe(true);
  });

  it("never holds with a day that is no date", () => {
    expect(isExpired(exemption({ until: "2027-02-31x" }), new Date(0))).toBe(true);
  });
});
