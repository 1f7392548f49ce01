import { coversAction, isPublic, type Statement } from "../../kernel/policy-document";
import type { Value } from "../../kernel/value";

const EVERYBODY = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;

/** What a grant or a canned ACL lets strangers do. */
export interface Exposure {
  permissions: ReadonlySet<string>;
  cannedAcls: ReadonlySet<string>;
  /** Actions by prefix, where they are written out. */
  actions: RegExp;
  /** Actions that a wildcard is tried on. */
  samples: readonly string[];
}

export const READ: Exposure = {
  permissions: new Set(["READ", "READ_ACP", "FULL_CONTROL"]),
  cannedAcls: new Set(["public-read", "public-read-write", "authenticated-read"]),
  actions: /^s3:(get|list)/,
  samples: ["s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket", "s3:GetBucketPolicy"],
};

export const WRITE: Exposure = {
  permissions: new Set(["WRITE", "WRITE_ACP", "FULL_CONTROL"]),
  cannedAcls: new Set(["public-read-write"]),
  actions: /^s3:(put|delete|abort|restore|replicate|objectowneroverride|bypass)/,
  samples: ["s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutBucketPolicy", "s3:PutObjectAcl"],
};

/** Whether the canned ACL of a bucket opens it; `aws-exec-read` and `log-delivery-write` name AWS, not everybody. */
export const isOpenAcl = (acl: Value, exposure: Exposure): boolean => exposure.cannedAcls.has(acl.string() ?? "");

/** The grants of a bucket, inline or of its ACL resource. */
export function grantsOf(props: Value): Value[] {
  return [...props.at("grants").list(), ...props.at("accessControlPolicy").at("grants").list()];
}

/** Whether a grant gives the permission to AWS's groups of everybody or of every AWS account. */
export function isOpenGrant(grant: Value, exposure: Exposure): boolean {
  const group = grant.at("uri").string() ?? grant.at("grantee.uri").string() ?? "";
  const permissions = [...grant.at("permissions").strings(), ...grant.at("permission").strings()];
  return EVERYBODY.test(group) && permissions.some((permission) => exposure.permissions.has(permission));
}

/** Whether a statement of a bucket policy gives it to everybody. */
export function isOpenStatement(statement: Statement, exposure: Exposure): boolean {
  const isAbout =
    statement.actions.some((action) => exposure.actions.test(action)) ||
    exposure.samples.some((action) => coversAction(statement, action));
  return isPublic(statement) && isAbout;
}
