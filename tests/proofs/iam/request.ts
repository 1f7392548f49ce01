import { parseArn } from "./arn";
import type { Context } from "./context";

/** Who asks. */
export type Caller =
  | { kind: "role"; arn: string }
  /** A service of AWS that acts by itself, such as `logs.us-east-1.amazonaws.com`. */
  | { kind: "service"; name: string }
  | { kind: "anonymous" };

/** One call as IAM sees it. */
export interface Request {
  caller: Caller;
  /** `s3:GetObject` */
  action: string;
  /** ARN, or `*` for an action that knows no resources. */
  resource: string;
  context: Context;
}

/** The account that a caller belongs to; services and strangers have none. */
export const accountOf = (caller: Caller): string | undefined =>
  caller.kind === "role" ? parseArn(caller.arn)?.account : undefined;

/** The request with what AWS adds to every request of that kind. */
export function complete(request: Request): Request {
  return { ...request, context: { ...standardContext(request.caller), ...request.context } };
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html; everybody speaks TLS 1.3
// unless a request says otherwise.
function standardContext(caller: Caller): Context {
  const transport = { "aws:SecureTransport": "true", "s3:TlsVersion": "1.3", "aws:ViaAWSService": "false" };
  if (caller.kind === "anonymous") return { ...transport, "aws:PrincipalType": "Anonymous" };
  if (caller.kind === "service") {
    return { ...transport, "aws:PrincipalIsAWSService": "true", "aws:PrincipalServiceName": caller.name };
  }
  const account = accountOf(caller) ?? "";
  return {
    ...transport,
    "aws:PrincipalIsAWSService": "false",
    "aws:PrincipalType": "AssumedRole",
    "aws:PrincipalArn": caller.arn,
    "aws:PrincipalAccount": account,
    "kms:CallerAccount": account,
  };
}
