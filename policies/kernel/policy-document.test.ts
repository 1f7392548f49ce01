import * as fc from "fast-check";
import { coversAction, isAnyResource, isPublic, matchesPattern, type Statement, statementsOf } from "./policy-document";
import { Value } from "./value";

const statement = (fields: object): Statement => {
  const [first] = statementsOf(new Value({ Statement: { Effect: "Allow", ...fields } }, "policy"));
  if (!first) throw new Error("no statement");
  return first;
};

describe("statementsOf", () => {
  it("writes every list as a list, actions and condition keys in lower case, operators bare", () => {
    const read = statement({
      Action: "S3:GetObject",
      Resource: ["a", "b"],
      Principal: { AWS: "111111111111", Service: ["ecs.amazonaws.com"] },
      Condition: { "ForAnyValue:StringEqualsIfExists": { "aws:SourceAccount": "1" } },
    });
    expect(read.actions).toEqual(["s3:getobject"]);
    expect(read.resources).toEqual(["a", "b"]);
    expect(read.principals).toEqual([
      { kind: "AWS", id: "111111111111" },
      { kind: "Service", id: "ecs.amazonaws.com" },
    ]);
    expect(read.conditions).toEqual([
      { operator: "stringequals", holdsWithoutKey: false, key: "aws:sourceaccount", values: ["1"] },
    ]);
  });

  it("is the same for text and object, one statement and a list of one", () => {
    const document = { Statement: [{ Effect: "Deny", Action: "*", Resource: "*", Principal: "*" }] };
    const shapes = [document, JSON.stringify(document), { Statement: document.Statement[0] }];
    const read = shapes.map((shape) => statementsOf(new Value(shape, "")).map(({ at: _at, ...rest }) => rest));
    expect(read[1]).toEqual(read[0]);
    expect(read[2]).toEqual(read[0]);
  });
});

describe("isPublic", () => {
  const narrowing = (Condition: object): boolean =>
    isPublic(statement({ Principal: "*", Action: "s3:GetObject", Condition }));

  it("holds for everybody in each spelling", () => {
    for (const Principal of ["*", { AWS: "*" }, { AWS: ["1", "*"] }])
      expect(isPublic(statement({ Principal }))).toBe(true);
    expect(isPublic(statement({ NotPrincipal: { AWS: "1" } }))).toBe(true);
  });

  it("does not hold where a condition pins the caller", () => {
    expect(narrowing({ StringEquals: { "aws:SourceAccount": "123456789012" } })).toBe(false);
    expect(narrowing({ StringEquals: { "AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/E1" } })).toBe(
      false,
    );
    expect(narrowing({ StringEquals: { "aws:PrincipalOrgID": ["o-1"] } })).toBe(false);
    expect(narrowing({ ArnLike: { "aws:SourceArn": "arn:aws:sns:*:123456789012:*" } })).toBe(false);
  });

  it("does not hold for who mounts through a mount target", () => {
    const through = (value: string) => narrowing({ Bool: { "elasticfilesystem:AccessedViaMountTarget": value } });
    expect([through("true"), through("false")]).toEqual([false, true]);
  });

  it("does not hold for a named bucket, or for a narrow range of addresses", () => {
    expect(narrowing({ ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:assets" } })).toBe(false);
    expect(narrowing({ IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "2001:db8::/32"] } })).toBe(false);
  });

  it("holds where a condition pins nothing", () => {
    expect(narrowing({ ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } })).toBe(true);
    expect(narrowing({ ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:alerts" } })).toBe(true);
    expect(narrowing({ IpAddress: { "aws:SourceIp": "0.0.0.0/0" } })).toBe(true);
    expect(narrowing({ NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } })).toBe(true);
    expect(narrowing({ StringLike: { "aws:PrincipalArn": "*" } })).toBe(true);
    expect(narrowing({ ArnLike: { "aws:SourceArn": "arn:aws:*:*:*:*" } })).toBe(true);
    expect(narrowing({ StringNotEquals: { "aws:SourceAccount": "1" } })).toBe(true);
    expect(narrowing({ Bool: { "aws:SecureTransport": "true" } })).toBe(true);
    expect(narrowing({ StringEquals: { "aws:PrincipalAccount": "${aws:PrincipalAccount}" } })).toBe(true);
  });

  it("holds where a request without the key passes the condition", () => {
    expect(narrowing({ StringEqualsIfExists: { "aws:SourceVpce": "vpce-1" } })).toBe(true);
    expect(narrowing({ "ForAllValues:StringEquals": { "aws:PrincipalOrgPaths": "o-1/r-1/ou-1/" } })).toBe(true);
    expect(narrowing({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-1/r-1/ou-1/*" } })).toBe(false);
    expect(narrowing({ StringEquals: { "aws:PrincipalOrgID": "${aws:ResourceOrgID}" } })).toBe(false);
  });

  it("never holds for a Deny", () => {
    expect(isPublic(statement({ Effect: "Deny", Principal: "*" }))).toBe(false);
  });
});

describe("coversAction", () => {
  it("understands wildcards and NotAction", () => {
    expect(coversAction(statement({ Action: "s3:*" }), "s3:GetObject")).toBe(true);
    expect(coversAction(statement({ Action: "s3:Get?bject" }), "s3:GetObject")).toBe(true);
    expect(coversAction(statement({ NotAction: "iam:*" }), "s3:GetObject")).toBe(true);
    expect(coversAction(statement({ NotAction: "s3:*" }), "s3:GetObject")).toBe(false);
  });
});

describe("isAnyResource", () => {
  it("holds for * and NotResource", () => {
    expect(isAnyResource(statement({ Resource: ["a", "*"] }))).toBe(true);
    expect(isAnyResource(statement({ NotResource: "a" }))).toBe(true);
    expect(isAnyResource(statement({ Resource: "a*" }))).toBe(false);
  });
});

describe("matchesPattern", () => {
  it("matches every text against itself and against *, whatever characters it has", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(matchesPattern(text.replace(/[*?]/g, "-"), text.replace(/[*?]/g, "-"))).toBe(true);
        expect(matchesPattern("*", text)).toBe(true);
      }),
    );
  });
});
