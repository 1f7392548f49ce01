import { coversAction, isPublic, type Statement, statementsOf } from "../../kernel/policy-document";
import type { ResourceContext } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

const EVERYBODY = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;

/** What a grant or a canned ACL lets strangers do. */
export interface Exposure {
  /** In a word, for findings. */
  name: string;
  permissions: ReadonlySet<string>;
  cannedAcls: ReadonlySet<string>;
  /** Actions by prefix, where they are written out. */
  actions: RegExp;
  /** Actions that a wildcard is tried on. */
  samples: readonly string[];
}

export const READ: Exposure = {
  name: "reading",
  permissions: new Set(["READ", "READ_ACP", "FULL_CONTROL"]),
  cannedAcls: new Set(["public-read", "public-read-write", "authenticated-read"]),
  actions: /^s3:(get|list)/,
  samples: ["s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket", "s3:GetBucketPolicy"],
};

export const WRITE: Exposure = {
  name: "writing",
  permissions: new Set(["WRITE", "WRITE_ACP", "FULL_CONTROL"]),
  cannedAcls: new Set(["public-read-write"]),
  actions: /^s3:(put|delete|abort|restore|replicate|objectowneroverride|bypass)/,
  samples: ["s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutBucketPolicy", "s3:PutObjectAcl"],
};

/** Reports every way in which a bucket, its ACL or its policy gives something to everybody. */
export function reportExposure({ props, each, violated }: ResourceContext, exposure: Exposure): void {
  const acl = (): void => {
    if (isOpenAcl(props.at("acl"), exposure)) violated("acl", "private or no ACL", "a public ACL", "acl");
  };
  const grants = (): void =>
    each(grantsOf(props), (grant) => {
      if (isOpenGrant(grant, exposure)) violated(grant, "named grantees", "a grant to everybody", "grant");
    });
  const policy = (): void =>
    each(statementsOf(props.at("policy")), (statement) => {
      if (isOpenStatement(statement, exposure)) {
        const found = `${exposure.name} for everybody`;
        violated("policy", "named principals or a condition on the caller", found, statement.sid);
      }
    });
  each([acl, grants, policy], (part) => part());
}

/** Whether the canned ACL of a bucket opens it; `aws-exec-read` and `log-delivery-write` name AWS, not everybody. */
const isOpenAcl = (acl: Value, exposure: Exposure): boolean => exposure.cannedAcls.has(acl.string() ?? "");

/** The grants of a bucket, inline or of its ACL resource. */
function grantsOf(props: Value): Value[] {
  return [...props.at("grants").list(), ...props.at("accessControlPolicy").at("grants").list()];
}

/** Whether a grant gives the permission to AWS's groups of everybody or of every AWS account. */
function isOpenGrant(grant: Value, exposure: Exposure): boolean {
  const group = grant.at("uri").string() ?? grant.at("grantee.uri").string() ?? "";
  const permissions = [...grant.at("permissions").strings(), ...grant.at("permission").strings()];
  return EVERYBODY.test(group) && permissions.some((permission) => exposure.permissions.has(permission));
}

/** Whether a statement of a bucket policy gives it to everybody. */
function isOpenStatement(statement: Statement, exposure: Exposure): boolean {
  const isAbout =
    statement.actions.some((action) => exposure.actions.test(action)) ||
    exposure.samples.some((action) => coversAction(statement, action));
  return isPublic(statement) && isAbout;
}
