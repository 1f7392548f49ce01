import { parseArn } from "./arn";
import { type PolicyDocument, parsePolicy } from "./document";

/** The policy that AWS reads where a resource has none of its own; most services then read none. */
export function defaultPolicy(resource: string, action: string): PolicyDocument | undefined {
  const account = parseArn(resource)?.account ?? "";
  const statement = action.startsWith("kms:")
    ? // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
      { Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*" }
    : // Whoever reaches a mount target: https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
      /:file-system\//.test(resource) &&
      /^elasticfilesystem:Client/.test(action) && { Principal: "*", Action: "elasticfilesystem:Client*" };
  if (statement === false) return undefined;
  const document = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Resource: "*", ...statement }] };
  return parsePolicy(`the default policy of ${resource}`, JSON.stringify(document));
}
