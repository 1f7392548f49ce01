import { Unsupported } from "./unsupported";

/** What a request tells beside who, what and on what: condition keys with their values. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

// Keys that the requests of the proofs carry, or of which it was considered that they do not. A key that a policy tests
// and that is not here ends the proof: whether it is there decides what the policy means.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
const KNOWN_KEYS: readonly RegExp[] = [
  /^aws:(currenttime|epochtime|multifactorauthpresent|principalaccount|principalarn|principalisawsservice)$/,
  /^aws:(principalorgid|principalservicename|principaltype|requestedregion|resourceaccount|securetransport)$/,
  /^aws:(sourceaccount|sourcearn|sourceip|sourcevpc|sourcevpce|userid|username|viaawsservice|tagkeys)$/,
  /^aws:(principaltag|requesttag|resourcetag)\//,
  /^kms:(calleraccount|viaservice|grantisforawsresource|encryptioncontext:.+)$/,
  /^s3:(prefix|tlsversion|x-amz-acl|x-amz-server-side-encryption)$/,
  /^elasticfilesystem:(accesspointarn|accessedviamounttarget)$/,
  /^(ecs:cluster|iam:passedtoservice|iam:associatedresourcearn|ses:fromaddress|sns:endpoint)$/,
  /^bedrock:(inferenceprofilearn|guardrailidentifier)$/,
  /^cloudwatch:namespace$/,
  /^ecs:createaction$/,
  /^lambda:sourcefunctionarn$/,
];

/** The values of a key, or undefined where the request does not carry it. Keys are compared without regard to case. */
export function valuesOf(context: Context, key: string): readonly string[] | undefined {
  const wanted = key.toLowerCase();
  const found = Object.keys(context).find((each) => each.toLowerCase() === wanted);
  if (found !== undefined) return [context[found] ?? []].flat();
  checkKey(key);
  return undefined;
}

/** @throws {Unsupported} for a key of which nobody has considered whether the requests carry it. */
export function checkKey(key: string): void {
  const wanted = key.toLowerCase();
  if (!KNOWN_KEYS.some((known) => known.test(wanted))) throw new Unsupported(`the condition key ${key}`);
}
