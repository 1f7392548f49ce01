import type { Properties } from "@platform/simulator";
import type { Account, Standing } from "./account";
import { ServiceError } from "./service-error";

/** Inputs that name a resource by its plain name or ARN, and the type that must bear it. */
const NAMES: { [input: string]: RegExp } = {
  bucket: /^aws:s3\/bucket:/,
  targetBucket: /^aws:s3\/bucket:/,
  role: /^aws:iam\/role:/,
  clusterName: /^aws:ecs\/cluster:/,
  dbSubnetGroupName: /^aws:rds\/subnetGroup:/,
  subnetGroupName: /^aws:elasticache\/subnetGroup:/,
  parameterGroupName: /:ParameterGroup$/,
  logGroupName: /^aws:cloudwatch\/logGroup:/,
  repository: /^aws:ecr\/repository:/,
  deliverySourceName: /^aws:cloudwatch\/logDeliverySource:/,
};

// EC2's long ids; prefix lists, which may be Amazon's own, have short ones.
const EC2_ID = /^[a-z]+-[0-9a-f]{17}$/;

/** Beside the account's journal, the ids and ARNs of what others have made in it. */
export const OUTSIDE_FILE = "outside.json";

export interface Surroundings {
  accountId: string;
  /** Ids and ARNs of what others have made in the account. */
  outside: ReadonlySet<string>;
}

/**
 * Keys of the resources that inputs name: by id, by ARN, by name.
 *
 * @throws {ServiceError} when one of them does not exist in the account.
 */
export function resolveReferences(
  type: string,
  inputs: Properties,
  account: Account,
  { accountId, outside }: Surroundings,
): string[] {
  const byHandle = handlesOf(account);
  const keys = new Set<string>();
  for (const { input, value } of leavesOf(inputs)) {
    const owner =
      NAMES[input] && namesAnother(type, input) ? byName(NAMES[input], value, account) : byHandle.get(value);
    if (owner) keys.add(owner.key);
    else if (!outside.has(value) && mustExist(type, input, value, accountId)) throw notFound(input, value);
  }
  return [...keys];
}

/** The resource's own name is no reference: a bucket is not a setting of itself. */
const namesAnother = (type: string, input: string): boolean => !NAMES[input]?.test(type);

function byName(type: RegExp, value: string, account: Account): Standing | undefined {
  const named = ({ id, outputs }: Standing): boolean => [id, outputs.name, outputs.arn].includes(value);
  return account.resources().find((standing) => type.test(standing.type) && named(standing));
}

/** The first resource that gave out a handle owns it: others only repeat it. */
function handlesOf(account: Account): Map<string, Standing> {
  const owners = new Map<string, Standing>();
  for (const standing of account.resources()) {
    for (const handle of standing.handles) if (!owners.has(handle)) owners.set(handle, standing);
  }
  return owners;
}

/**
 * Documents in JSON are not looked into: AWS takes policies that name what does not exist yet. Paths into an event name
 * nothing.
 */
function leavesOf(value: unknown, input = ""): { input: string; value: string }[] {
  if (typeof value === "string") return /^([{[]|\$\.)/.test(value) ? [] : [{ input, value }];
  if (Array.isArray(value)) return value.flatMap((entry) => leavesOf(entry, input));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => leavesOf(entry, key));
}

function mustExist(type: string, input: string, value: string, accountId: string): boolean {
  if (NAMES[input] && namesAnother(type, input)) return !value.startsWith("default.");
  if (EC2_ID.test(value)) return true;
  // Patterns stand for many; the account itself and AWS's own resources are always there.
  return value.startsWith("arn:") && value.includes(`:${accountId}:`) && !/[*$]|:root$/.test(value);
}

const notFound = (input: string, value: string): ServiceError =>
  new ServiceError("ResourceNotFoundException", `${input}: ${value} does not exist`);
