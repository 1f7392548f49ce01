import { parsePolicy } from "./document";
import { Unsupported } from "./unsupported";

const parse = (statement: object, around: object = { Version: "2012-10-17" }) =>
  parsePolicy("a policy", JSON.stringify({ ...around, Statement: statement }));
const sound = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

describe("a policy document", () => {
  it("is read with every list a list", () => {
    const { statements, hasVariables } = parse({
      ...sound,
      Principal: { AWS: "arn:aws:iam::123456789012:root", Service: ["a.amazonaws.com", "b.amazonaws.com"] },
      Condition: { Bool: { "aws:SecureTransport": true }, StringLike: { "s3:prefix": ["a/*", "b/*"] } },
    });
    expect(hasVariables).toBe(true);
    expect(statements).toEqual([
      {
        sid: undefined,
        effect: "Allow",
        actions: { patterns: ["s3:GetObject"], negated: false },
        resources: { patterns: ["*"], negated: false },
        principals: {
          aws: ["arn:aws:iam::123456789012:root"],
          services: ["a.amazonaws.com", "b.amazonaws.com"],
          anybody: false,
          negated: false,
        },
        conditions: [
          { operator: "Bool", key: "aws:SecureTransport", values: ["true"] },
          { operator: "StringLike", key: "s3:prefix", values: ["a/*", "b/*"] },
        ],
      },
    ]);
  });

  it("says that it is about all but something", () => {
    const [statement] = parse({ Effect: "Deny", NotAction: ["iam:*"], NotResource: "a", NotPrincipal: "*" }).statements;
    expect(statement).toMatchObject({
      actions: { negated: true },
      resources: { negated: true },
      principals: { anybody: true, negated: true },
    });
  });

  it("has no variables before 2012", () => {
    expect(parse(sound, {}).hasVariables).toBe(false);
    expect(parse(sound, { Version: "2008-10-17" }).hasVariables).toBe(false);
  });

  it.each([
    ["a misspelt element", { ...sound, Actions: "s3:*" }],
    ["a misspelt effect", { ...sound, Effect: "allow" }],
    ["no effect", { Action: "s3:*", Resource: "*" }],
    ["no action", { Effect: "Allow", Resource: "*" }],
    ["both of a pair", { ...sound, NotAction: "s3:*" }],
    ["a kind of principal that nobody uses here", { ...sound, Principal: { Federated: "accounts.example.com" } }],
    ["an operator that nobody knows", { ...sound, Condition: { Resembles: { "aws:SourceIp": "10.0.0.1" } } }],
    ["a condition key that nobody considered", { ...sound, Condition: { Bool: { "made:Up": "true" } } }],
    ["a value that is no text", { ...sound, Resource: [{ Ref: "bucket" }] }],
  ])("is not guessed at with %s", (_what, statement) => {
    expect(() => parse(statement)).toThrow(Unsupported);
  });

  it("is not guessed at with an element beside its statements", () => {
    expect(() => parse(sound, { Rules: [] })).toThrow(Unsupported);
  });
});
