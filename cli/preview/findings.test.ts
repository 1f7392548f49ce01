import { type Finding, findingOf, isBlocking, sortFindings } from "./findings";

const finding = (more: Partial<Finding>): Finding => ({
  rule: "kms-rotation",
  level: "advisory",
  description: "Keys rotate.",
  message: "enableKeyRotation: expected true; found false",
  ...more,
});

describe("findingOf", () => {
  it("takes the policy's description off the message", () => {
    expect(findingOf(finding({ message: "Keys rotate.\nx: expected a; found b" })).message).toBe(
      "x: expected a; found b",
    );
    expect(findingOf(finding({ message: "Keys rotate." })).message).toBe("Keys rotate.");
  });
});

describe("sortFindings", () => {
  it("files what the pack's books say under the rule that it is about", () => {
    const { undetermined, exemptionsUsed, exemptionsUnused, violations } = sortFindings([
      finding({ rule: "undetermined", message: "kms-rotation: policy is not known yet" }),
      finding({ rule: "exemption-used", message: "kms-rotation: legacy (security, until 2027-01-31)" }),
      finding({ rule: "exemption-unused", message: "kms-rotation: the exemption of old (security) covered nothing" }),
      finding({}),
    ]);
    expect(undetermined).toMatchObject([{ rule: "kms-rotation", message: "policy is not known yet" }]);
    expect(exemptionsUsed).toMatchObject([{ rule: "kms-rotation", message: "legacy (security, until 2027-01-31)" }]);
    expect(exemptionsUnused[0]?.message).toBe("the exemption of old (security) covered nothing");
    expect(violations).toHaveLength(1);
  });

  it("counts a policy that could not run for an unknown value as undetermined", () => {
    const message =
      "can't run policy 'kms-rotation' from policy pack 'p@v1' during preview: string value at .x can't be known";
    expect(sortFindings([finding({ message })]).undetermined).toMatchObject([
      { rule: "kms-rotation", message: "string value at .x can't be known" },
    ]);
  });

  it("puts what blocks first, then what is more severe", () => {
    const { violations } = sortFindings([
      finding({ rule: "a" }),
      finding({ rule: "b", severity: "critical" }),
      finding({ rule: "c", level: "mandatory" }),
      finding({ rule: "d", level: "mandatory", severity: "low" }),
    ]);
    expect(violations.map(({ rule }) => rule)).toEqual(["d", "c", "b", "a"]);
  });
});

describe("isBlocking", () => {
  it("blocks on a mandatory finding of any kind, as strict mode makes undetermined ones", () => {
    expect(isBlocking(sortFindings([finding({})]))).toBe(false);
    expect(isBlocking(sortFindings([finding({ level: "mandatory" })]))).toBe(true);
    const strict = finding({ rule: "undetermined", level: "mandatory", message: "a: x is not known yet" });
    expect(isBlocking(sortFindings([strict]))).toBe(true);
  });
});
