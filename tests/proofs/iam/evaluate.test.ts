import * as fc from "fast-check";
import { parsePolicy, type PolicyDocument } from "./document";
import { decide, type Policies } from "./evaluate";
import type { Caller, Request } from "./request";

const ROLE = "arn:aws:iam::123456789012:role/api";
const ROOT = "arn:aws:iam::123456789012:root";
const OBJECT = "arn:aws:s3:::documents/a";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/k";
const role: Caller = { kind: "role", arn: ROLE };

type Written = Record<string, unknown>;
const policy = (...statements: Written[]): PolicyDocument =>
  parsePolicy("a policy", JSON.stringify({ Version: "2012-10-17", Statement: statements }));
const allow = (more: Written = {}): Written => ({ Effect: "Allow", Action: "s3:GetObject", Resource: OBJECT, ...more });
const deny = (more: Written = {}): Written => ({ ...allow(more), Effect: "Deny" });

const ask = (policies: Partial<Policies>, request: Partial<Request> = {}): boolean =>
  decide(
    { caller: role, action: "s3:GetObject", resource: OBJECT, context: {}, ...request },
    { identity: [], ...policies },
  ).allowed;

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
describe("within one account", () => {
  const byCaller = policy(allow({ Principal: { AWS: ROLE } }));

  it.each<[string, Partial<Policies>, boolean]>([
    ["nothing is allowed by default", {}, false],
    ["the role's policy is enough", { identity: [policy(allow())] }, true],
    ["one of the role's policies is enough", { identity: [policy(), policy(allow())] }, true],
    ["the resource's policy is enough", { resource: byCaller }, true],
    [
      "a session of the role is the role",
      { resource: policy(allow({ Principal: { AWS: "arn:aws:sts::123456789012:assumed-role/api/task" } })) },
      true,
    ],
    ["anybody is the role too", { resource: policy(allow({ Principal: "*" })) }, true],
    [
      "the account as principal leaves it to the role's policies",
      { resource: policy(allow({ Principal: { AWS: ROOT } })) },
      false,
    ],
    ["the account's number is the account", { resource: policy(allow({ Principal: { AWS: "123456789012" } })) }, false],
    ["another role is not this one", { resource: policy(allow({ Principal: { AWS: `${ROLE}-2` } })) }, false],
    ["a service is not a role", { resource: policy(allow({ Principal: { Service: "s3.amazonaws.com" } })) }, false],
    ["a denial by the role wins", { identity: [policy(allow()), policy(deny())] }, false],
    ["a denial in the same document wins", { identity: [policy(deny(), allow())] }, false],
    [
      "a denial by the resource wins",
      { identity: [policy(allow())], resource: policy(deny({ Principal: "*" })) },
      false,
    ],
    [
      "a denial for the account is one for the role",
      { identity: [policy(allow())], resource: policy(deny({ Principal: { AWS: ROOT } })) },
      false,
    ],
    [
      "a denial for somebody else is none",
      { identity: [policy(allow())], resource: policy(deny({ Principal: { AWS: `${ROLE}-2` } })) },
      true,
    ],
    ["a denial by the role wins over the resource", { identity: [policy(deny())], resource: byCaller }, false],
    ["a boundary limits", { identity: [policy(allow())], boundary: policy(allow({ Action: "s3:PutObject" })) }, false],
    ["a boundary gives nothing", { boundary: policy(allow()) }, false],
    [
      "within its boundary a role may",
      { identity: [policy(allow())], boundary: policy(allow({ Action: "s3:*" })) },
      true,
    ],
    ["a denial by the boundary wins", { identity: [policy(allow())], boundary: policy(allow(), deny()) }, false],
    [
      "an endpoint limits",
      { identity: [policy(allow())], endpoint: policy(allow({ Resource: "arn:aws:s3:::other/*", Principal: "*" })) },
      false,
    ],
    ["an endpoint gives nothing", { endpoint: policy(allow({ Principal: "*" })) }, false],
    [
      "what the endpoint lets pass may",
      { identity: [policy(allow())], endpoint: policy(allow({ Principal: "*" })) },
      true,
    ],
    [
      "a denial by the endpoint wins",
      { identity: [policy(allow())], endpoint: policy(allow({ Principal: "*" }), deny({ Principal: "*" })) },
      false,
    ],
  ])("%s", (_what, policies, expected) => {
    expect(ask(policies)).toBe(expected);
  });
});

describe("a statement", () => {
  it.each<[string, Written, boolean]>([
    ["covers an action whatever its case", allow({ Action: "S3:getobject" }), true],
    ["covers actions by wildcards", allow({ Action: "s3:Get*" }), true],
    ["covers no action of another service", allow({ Action: "ec2:*" }), false],
    ["covers all but some actions", allow({ Action: undefined, NotAction: "s3:PutObject" }), true],
    ["does not cover what is taken out", allow({ Action: undefined, NotAction: ["s3:Get*"] }), false],
    ["covers all but some resources", allow({ Resource: undefined, NotResource: "arn:aws:s3:::other/*" }), true],
    [
      "does not cover a resource taken out",
      allow({ Resource: undefined, NotResource: "arn:aws:s3:::documents/*" }),
      false,
    ],
    ["tells resources apart by case", allow({ Resource: OBJECT.toUpperCase() }), false],
    ["holds under its conditions", allow({ Condition: { Bool: { "aws:SecureTransport": "true" } } }), true],
    ["does not hold against one", allow({ Condition: { Bool: { "aws:SecureTransport": "false" } } }), false],
    ["knows who asks", allow({ Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } } }), true],
    [
      "knows the role by its ARN",
      allow({ Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/a*" } } }),
      true,
    ],
  ])("%s", (_what, statement, expected) => {
    expect(ask({ identity: [policy(statement)] })).toBe(expected);
  });

  it("that denies all but some actions denies the rest", () => {
    const rest = policy(
      allow({ Action: "*", Resource: "*" }),
      deny({ Action: undefined, NotAction: "s3:*", Resource: "*" }),
    );
    expect(ask({ identity: [rest] })).toBe(true);
    expect(ask({ identity: [rest] }, { action: "iam:PassRole" })).toBe(false);
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
describe("all but some principals", () => {
  const except = (effect: "Allow" | "Deny", ...aws: string[]): PolicyDocument =>
    policy({ ...allow(), Effect: effect, NotPrincipal: { AWS: aws } });
  const identity = [policy(allow())];

  it("are denied, but for a role that is named with its account", () => {
    expect(ask({ identity, resource: except("Deny", ROLE, ROOT) })).toBe(true);
    expect(ask({ identity, resource: except("Deny", ROLE) })).toBe(false);
    expect(ask({ identity, resource: except("Deny", ROOT) })).toBe(false);
    expect(ask({ identity, resource: except("Deny", `${ROLE}-2`, ROOT) })).toBe(false);
  });

  it("are allowed, but for those who are named", () => {
    expect(ask({ resource: except("Allow", `${ROLE}-2`) })).toBe(true);
    expect(ask({ resource: except("Allow", ROLE) })).toBe(false);
    expect(ask({ resource: except("Allow", ROLE) }, { caller: { kind: "anonymous" } })).toBe(true);
  });
});

describe("between accounts", () => {
  const stranger: Caller = { kind: "role", arn: "arn:aws:iam::999999999999:role/api" };
  const both = { resourceAccount: "123456789012" };
  const identity = [policy(allow())];
  const named = policy(allow({ Principal: { AWS: "arn:aws:iam::999999999999:root" } }));

  it("takes a yes of both sides", () => {
    expect(ask({ ...both, identity, resource: named }, { caller: stranger })).toBe(true);
    expect(ask({ ...both, identity: [], resource: named }, { caller: stranger })).toBe(false);
    expect(
      ask({ ...both, identity, resource: policy(allow({ Principal: { AWS: ROOT } })) }, { caller: stranger }),
    ).toBe(false);
    expect(ask({ ...both, identity: [], resource: policy(allow({ Principal: "*" })) }, { caller: stranger })).toBe(
      false,
    );
  });

  it("takes the account from the resource's ARN where that names one", () => {
    const secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:s";
    const request = { caller: stranger, action: "secretsmanager:GetSecretValue", resource: secret };
    const read = { Action: "secretsmanager:GetSecretValue", Resource: "*" };
    const resource = policy(allow({ ...read, Principal: "*" }));
    expect(ask({ resource }, request)).toBe(false);
    expect(ask({ resource, identity: [policy(allow(read))] }, request)).toBe(true);
  });
});

// https://docs.aws.amazon.com/kms/latest/developerguide/determining-access.html
describe("a key, and a role that is to be assumed", () => {
  const decrypt = { Action: "kms:Decrypt", Resource: "*" };
  const request = { action: "kms:Decrypt", resource: KEY };
  const identity = [policy(allow(decrypt))];
  const key = (principal: unknown): Partial<Policies> => ({
    resourceDecides: true,
    resource: policy(allow({ ...decrypt, Principal: principal })),
  });

  it("opens to nobody whom its own policy does not mention", () => {
    expect(ask({ ...key({ AWS: `${ROLE}-2` }), identity }, request)).toBe(false);
  });

  it("opens by the role's policy where the key leaves it to the account", () => {
    expect(ask({ ...key({ AWS: ROOT }), identity }, request)).toBe(true);
    expect(ask(key({ AWS: ROOT }), request)).toBe(false);
  });

  it("opens by its own policy alone where that names the role", () => {
    expect(ask(key({ AWS: ROLE }), request)).toBe(true);
  });

  it("opens by a grant, for its operations and to its grantee", () => {
    const grants = [{ granteePrincipal: ROLE, operations: ["Decrypt"] }];
    const shut = key({ AWS: `${ROLE}-2` });
    expect(ask({ ...shut, grants }, request)).toBe(true);
    expect(ask({ ...shut, grants }, { ...request, action: "kms:Encrypt" })).toBe(false);
    expect(ask({ ...shut, grants: [{ granteePrincipal: `${ROLE}-2`, operations: ["Decrypt"] }] }, request)).toBe(false);
  });

  it("does not open against a denial, grant or not", () => {
    const grants = [{ granteePrincipal: ROLE, operations: ["Decrypt"] }];
    expect(ask({ ...key({ AWS: ROOT }), grants, identity: [policy(deny(decrypt))] }, request)).toBe(false);
  });
});

describe("services and people without an account", () => {
  const logs: Caller = { kind: "service", name: "logs.us-east-1.amazonaws.com" };
  const toLogs = policy(allow({ Principal: { Service: "logs.us-east-1.amazonaws.com" } }));

  it("get in where the resource names them", () => {
    expect(ask({ resource: toLogs }, { caller: logs })).toBe(true);
    expect(ask({ resource: toLogs }, { caller: { kind: "service", name: "events.amazonaws.com" } })).toBe(false);
    expect(ask({ resource: toLogs }, { caller: { kind: "anonymous" } })).toBe(false);
    expect(ask({ resource: policy(allow({ Principal: "*" })) }, { caller: { kind: "anonymous" } })).toBe(true);
    expect(ask({}, { caller: { kind: "anonymous" } })).toBe(false);
  });

  it("are told apart by whether AWS asks", () => {
    const people = policy(allow({ Principal: "*", Condition: { Bool: { "aws:PrincipalIsAWSService": "false" } } }));
    expect(ask({ resource: people }, { caller: logs })).toBe(false);
    expect(ask({ resource: people })).toBe(true);
  });
});

describe("whatever the policies", () => {
  const word = fc.constantFrom("s3:GetObject", "s3:*", "s3:PutObject", "*");
  const place = fc.constantFrom(OBJECT, "*", "arn:aws:s3:::other/*");
  const statement = fc.record({ Effect: fc.constantFrom("Allow", "Deny"), Action: word, Resource: place });
  const statements = fc.array(statement, { maxLength: 6 });

  it("a denial of everything ends it", () => {
    fc.assert(
      fc.property(statements, fc.nat(), (some, place) => {
        const all = some.toSpliced(place % (some.length + 1), 0, { Effect: "Deny", Action: "*", Resource: "*" });
        expect(ask({ identity: [policy(...all)] })).toBe(false);
      }),
    );
  });

  it("the order of statements, and their spread over documents, changes nothing", () => {
    fc.assert(
      fc.property(statements, (some) => {
        const whole = ask({ identity: [policy(...some)] });
        expect(ask({ identity: [policy(...some.toReversed())] })).toBe(whole);
        expect(ask({ identity: some.map((each) => policy(each)) })).toBe(whole);
      }),
    );
  });

  it("one more Allow takes nothing away, one more Deny gives nothing", () => {
    fc.assert(
      fc.property(statements, statement, (some, more) => {
        const [before, after] = [some, [...some, more]].map((each) => ask({ identity: [policy(...each)] }));
        expect(more.Effect === "Allow" ? !before || after : before || !after).toBe(true);
      }),
    );
  });
});
