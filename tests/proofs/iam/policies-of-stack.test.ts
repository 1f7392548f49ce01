import { madeUpStack, type MadeUpResource } from "../program/made-up-stack";
import { PoliciesOfStack } from "./policies-of-stack";
import { Unsupported } from "./unsupported";

const ACCOUNT = "123456789012";
const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/api`;
const KEY_ARN = `arn:aws:kms:us-east-1:${ACCOUNT}:key/k`;
const SECRET_ARN = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:s`;

const document = (...statements: object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const may = (action: string, resource = "*", more = {}): string =>
  document({ Effect: "Allow", Action: action, Resource: resource, ...more });

const role = (more = {}): MadeUpResource => ({
  type: "aws:iam/role:Role",
  name: "api",
  props: {
    arn: ROLE_ARN,
    name: "api",
    assumeRolePolicy: document({
      Effect: "Allow",
      Principal: { Service: "ecs-tasks.amazonaws.com" },
      Action: "sts:AssumeRole",
    }),
    ...more,
  },
});
const inline = (policy: string): MadeUpResource => ({
  type: "aws:iam/rolePolicy:RolePolicy",
  name: "inline",
  props: { role: "api", policy },
});
const managed = (policyArn: string): MadeUpResource => ({
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  name: "attachment",
  props: { role: "api", policyArn },
});
const ownPolicy = (policy: string): MadeUpResource => ({
  type: "aws:iam/policy:Policy",
  name: "own",
  props: { arn: `arn:aws:iam::${ACCOUNT}:policy/own`, policy },
});
const key = (more = {}): MadeUpResource => ({ type: "aws:kms/key:Key", name: "key", props: { arn: KEY_ARN, ...more } });
const bucket = (name: string): MadeUpResource => ({
  type: "aws:s3/bucket:Bucket",
  name,
  props: { bucket: name, arn: `arn:aws:s3:::${name}` },
});
const s3Endpoint = (policy: string): MadeUpResource => ({
  type: "aws:ec2/vpcEndpoint:VpcEndpoint",
  name: "s3",
  props: { serviceName: "com.amazonaws.us-east-1.s3", policy },
});

const ask = (resources: MadeUpResource[], action: string, resource: string, throughVpc = false): boolean =>
  new PoliciesOfStack(madeUpStack(...resources)).decide(
    { caller: { kind: "role", arn: ROLE_ARN }, action, resource, context: {} },
    throughVpc,
  ).allowed;

describe("the policies of a stack", () => {
  it.each<[string, MadeUpResource[]]>([
    ["an inline policy", [role(), inline(may("secretsmanager:GetSecretValue"))]],
    [
      "a policy of the stack",
      [role(), ownPolicy(may("secretsmanager:GetSecretValue")), managed(`arn:aws:iam::${ACCOUNT}:policy/own`)],
    ],
    [
      "a policy that the role names itself",
      [role({ managedPolicyArns: [`arn:aws:iam::${ACCOUNT}:policy/own`] }), ownPolicy(may("secretsmanager:*"))],
    ],
    [
      "the secret's own policy",
      [
        role(),
        {
          type: "aws:secretsmanager/secretPolicy:SecretPolicy",
          name: "secret",
          props: { secretArn: SECRET_ARN, policy: may("secretsmanager:*", "*", { Principal: { AWS: ROLE_ARN } }) },
        },
      ],
    ],
  ])("allow by %s", (_what, resources) => {
    expect(ask(resources, "secretsmanager:GetSecretValue", SECRET_ARN)).toBe(true);
    expect(ask([role()], "secretsmanager:GetSecretValue", SECRET_ARN)).toBe(false);
  });

  it("keep a role within its boundary", () => {
    const boundary = { permissionsBoundary: `arn:aws:iam::${ACCOUNT}:policy/own` };
    const resources = [role(boundary), inline(may("*")), ownPolicy(may("s3:*"))];
    expect(ask(resources, "secretsmanager:GetSecretValue", SECRET_ARN)).toBe(false);
  });

  it("let a key decide, by the policy that it has when nobody wrote one", () => {
    const decrypt = inline(may("kms:Decrypt"));
    expect(ask([role(), decrypt, key()], "kms:Decrypt", KEY_ARN)).toBe(true);
    expect(ask([role(), key()], "kms:Decrypt", KEY_ARN)).toBe(false);
    const shut = key({ policy: may("kms:*", "*", { Principal: { AWS: `${ROLE_ARN}-2` } }) });
    expect(ask([role(), decrypt, shut], "kms:Decrypt", KEY_ARN)).toBe(false);
    const grant = { keyId: KEY_ARN, granteePrincipal: ROLE_ARN, operations: ["Decrypt"] };
    expect(
      ask([role(), shut, { type: "aws:kms/grant:Grant", name: "grant", props: grant }], "kms:Decrypt", KEY_ARN),
    ).toBe(true);
  });

  it("hold for the objects of a bucket, and know whose a bucket is", () => {
    const policy: MadeUpResource = {
      type: "aws:s3/bucketPolicy:BucketPolicy",
      name: "documents",
      props: {
        bucket: "documents",
        policy: document({ Effect: "Deny", Principal: "*", Action: "s3:DeleteObject", Resource: "*" }),
      },
    };
    const resources = [role(), inline(may("s3:*")), bucket("documents"), policy];
    expect(ask(resources, "s3:GetObject", "arn:aws:s3:::documents/a/b")).toBe(true);
    expect(ask(resources, "s3:DeleteObject", "arn:aws:s3:::documents/a/b")).toBe(false);
    const own = s3Endpoint(
      may("s3:*", "*", { Principal: "*", Condition: { StringEquals: { "aws:ResourceAccount": ACCOUNT } } }),
    );
    expect(ask([...resources, own], "s3:GetObject", "arn:aws:s3:::documents/a", true)).toBe(true);
    expect(ask([...resources, own], "s3:GetObject", "arn:aws:s3:::somebody-elses/a", true)).toBe(false);
    expect(ask([...resources, own], "s3:GetObject", "arn:aws:s3:::somebody-elses/a", false)).toBe(true);
  });

  it("mount a file system for whoever reaches it, unless its policy says otherwise", () => {
    const arn = `arn:aws:elasticfilesystem:us-east-1:${ACCOUNT}:file-system/fs-1`;
    const files: MadeUpResource = { type: "aws:efs/fileSystem:FileSystem", name: "files", props: { id: "fs-1", arn } };
    const policy: MadeUpResource = {
      type: "aws:efs/fileSystemPolicy:FileSystemPolicy",
      name: "files",
      props: {
        fileSystemId: "fs-1",
        policy: may("elasticfilesystem:ClientMount", "*", { Principal: { AWS: `${ROLE_ARN}-2` } }),
      },
    };
    expect(ask([role(), files], "elasticfilesystem:ClientMount", arn)).toBe(true);
    expect(ask([role(), files, policy], "elasticfilesystem:ClientMount", arn)).toBe(false);
  });
});

describe("a proof ends over", () => {
  it.each<[string, MadeUpResource[]]>([
    ["a managed policy whose text is not here", [role(), managed("arn:aws:iam::aws:policy/AdministratorAccess")]],
    ["a kind of identity that nobody reads", [{ type: "aws:iam/userPolicy:UserPolicy", name: "u", props: {} }]],
    ["inline policies within a role", [role({ inlinePolicies: [{ name: "all", policy: may("*") }] })]],
    [
      "a policy at a place that nobody looks at",
      [{ type: "aws:glacier/vault:Vault", name: "v", props: { accessPolicy: may("*", "*", { Principal: "*" }) } }],
    ],
    ["a grant under conditions", [{ type: "aws:kms/grant:Grant", name: "g", props: { constraints: [{}] } }]],
  ])("%s", (_what, resources) => {
    expect(() => new PoliciesOfStack(madeUpStack(...resources))).toThrow(Unsupported);
  });
});
