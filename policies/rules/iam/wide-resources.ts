import type { Condition, Statement } from "../../kernel/policy-document";

// Keys that hold a statement on `*` to certain resources all the same.
const SCOPING_KEY =
  /:resourcetag\/|^kms:(resourcealiases|requestalias|encryptioncontext:.+)$|^ecs:(cluster|service)$|^iam:(policyarn|permissionsboundary)$/;

/** Whether a statement reaches every resource of a service: by `*`, an ARN that names none, or all but some. */
export function isWide(statement: Statement): boolean {
  if (statement.conditions.some(isScoping)) return false;
  return statement.notResources.length > 0 || statement.resources.some(namesNothing);
}

const isScoping = ({ key, operator, holdsWithoutKey }: Condition): boolean =>
  SCOPING_KEY.test(key) && !/not|null/.test(operator) && !holdsWithoutKey;

/** `*`, `arn:aws:s3:::*`, `arn:aws:kms:*:*:key/*` and the like. */
export function namesNothing(resource: string): boolean {
  if (/^\*+$/.test(resource)) return true;
  const [scheme, , service, , , ...rest] = resource.split(":");
  if (scheme !== "arn") return false;
  if (rest.length === 0) return resource.endsWith("*");
  const name = rest.join(":");
  // What stands before the slash is a kind elsewhere (`key/…`), in S3 a bucket.
  return /^[*/]+$/.test(service === "s3" ? name : name.replace(/^[a-z-]+[:/]/, ""));
}
