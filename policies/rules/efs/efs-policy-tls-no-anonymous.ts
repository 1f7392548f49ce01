import { bad, badStack, type CaseResource, good, goodStack, unknown, UNKNOWN, unknownStack } from "../../kernel/cases";
import { coversAction, isPublic, type Statement, statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import { deniesPlainTransport } from "../../kernel/tls-only";
import { FILE_SYSTEM, FILE_SYSTEM_POLICY } from "./file-systems";

const MOUNT = "elasticfilesystem:ClientMount";
const ROLE = { AWS: "arn:aws:iam::123456789012:role/web" };
const ACCESS_POINT = "arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/a";
const statement = (Principal: unknown, Condition?: object, Effect = "Allow", Action: unknown = MOUNT) => ({
  Effect,
  Principal,
  Action,
  Condition,
});
const tls = statement("*", { Bool: { "aws:SecureTransport": "false" } }, "Deny", "*");
const overTls = { Bool: { "aws:SecureTransport": "true" } };
const policy = (...Statement: object[]) => ({ policy: JSON.stringify({ Statement }) });
const files: CaseResource = { type: FILE_SYSTEM, name: "files", props: {} };

export const efsPolicyTlsNoAnonymous: Rule = {
  id: "efs-policy-tls-no-anonymous",
  title: "File systems have a policy that demands TLS and lets nobody in unnamed",
  severity: "medium",
  controls: { nist: ["SC-8(1)", "AC-3"] },
  why: "By default whoever reaches a mount target may mount the file system, without a name and without encryption.",
  fix: "Declare an aws.efs.FileSystemPolicy that names roles, and denies * when aws:SecureTransport is false.",
  url: "https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html",
  types: [FILE_SYSTEM_POLICY, FILE_SYSTEM],
  check({ resource, props, each, violated }) {
    if (resource.type !== FILE_SYSTEM_POLICY) return;
    const document = props.at("policy");
    const statements = statementsOf(document);
    each(statements, (each) => {
      if (isPublic(each) && !isHeldToAccessPoint(each))
        violated(document, "named principals, a mount target or an access point", "an Allow to everybody", each.sid);
    });
    if (!demandsTls(statements)) violated(document, "a Deny of what comes without TLS", "none", "tls");
  },
  checkStack({ subject, stack, violated }) {
    if (subject.type !== FILE_SYSTEM) return;
    if (stack.pointingAt(subject, [FILE_SYSTEM_POLICY], "fileSystemId").length === 0)
      violated("id", "a FileSystemPolicy for this file system", "none in the stack");
  },
  cases: {
    resource: [
      good("a role, over TLS", policy(tls, statement(ROLE))),
      good(
        "whoever comes through a mount target",
        policy(tls, statement("*", { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } })),
      ),
      good("whoever comes through an access point, as a document", {
        policy: {
          Statement: [tls, statement("*", { ArnEquals: { "elasticfilesystem:AccessPointArn": ACCESS_POINT } })],
        },
      }),
      good("allowed over TLS alone", policy(statement(ROLE, overTls))),
      good(
        "allowed over TLS alone, beside another action and a Deny",
        policy(
          statement(ROLE, { Bool: { "aws:SecureTransport": "True" } }),
          statement(ROLE, undefined, "Allow", "elasticfilesystem:DescribeFileSystems"),
          statement(ROLE, undefined, "Deny"),
        ),
      ),
      good("a file system", {}, { type: FILE_SYSTEM }),
      bad("everybody", policy(tls, statement("*")), "policy"),
      bad(
        "everybody but a mount target",
        policy(tls, statement("*", { Bool: { "elasticfilesystem:AccessedViaMountTarget": "false" } })),
        "policy",
      ),
      bad(
        "everybody, by a mount target or not",
        policy(tls, statement("*", { Bool: { "elasticfilesystem:AccessedViaMountTarget": ["true", "false"] } })),
        "policy",
      ),
      bad(
        "everybody but an access point",
        policy(tls, statement("*", { ArnNotEquals: { "elasticfilesystem:AccessPointArn": ACCESS_POINT } })),
        "policy",
      ),
      bad(
        "everybody without an access point, too",
        policy(tls, statement("*", { ArnEqualsIfExists: { "elasticfilesystem:AccessPointArn": ACCESS_POINT } })),
        "policy",
      ),
      bad(
        "everybody over another condition",
        policy(tls, statement("*", { StringEquals: { "aws:RequestedRegion": "eu-west-1" } })),
        "policy",
      ),
      bad("without TLS", policy(statement(ROLE)), "policy"),
      bad("one without TLS", policy(statement(ROLE, overTls), statement(ROLE)), "policy"),
      ...(
        [
          ["for what comes without TLS", { Bool: { "aws:SecureTransport": "false" } }],
          ["with or without TLS", { Bool: { "aws:SecureTransport": ["true", "false"] } }],
          ["where TLS is not told", { Null: { "aws:SecureTransport": "true" } }],
          ["on another condition", { Bool: { "aws:ViaAWSService": "true" } }],
        ] as const
      ).map(([name, condition]) => bad(`allowed ${name}`, policy(statement(ROLE, condition)), "policy")),
      bad("nothing allowed or denied", policy(), "policy"),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
    ],
    stack: [
      goodStack("by reference", [
        files,
        {
          type: FILE_SYSTEM_POLICY,
          name: "policy",
          props: { fileSystemId: UNKNOWN },
          refers: { fileSystemId: "files" },
        },
      ]),
      badStack("no policy", [files], "id"),
      unknownStack(
        "of some file system",
        [files, { type: FILE_SYSTEM_POLICY, name: "policy", props: { fileSystemId: UNKNOWN } }],
        "fileSystemId",
      ),
    ],
  },
};

function isHeldToAccessPoint({ conditions }: Statement): boolean {
  return conditions.some(
    ({ operator, holdsWithoutKey, key }) =>
      key === "elasticfilesystem:accesspointarn" && /^(arn|string)(equals|like)$/.test(operator) && !holdsWithoutKey,
  );
}

/** By a Deny without TLS, or because every Allow is for TLS only. */
function demandsTls(statements: readonly Statement[]): boolean {
  if (statements.some((each) => deniesPlainTransport(each, MOUNT))) return true;
  const allows = statements.filter((each) => each.effect === "Allow" && coversAction(each, MOUNT));
  return allows.length > 0 && allows.every(isForTls);
}

const isForTls = ({ conditions }: Statement): boolean =>
  conditions.some(
    ({ operator, key, values }) =>
      operator === "bool" &&
      key === "aws:securetransport" &&
      values.length > 0 &&
      values.every((value) => value.toLowerCase() === "true"),
  );
