import { createHash } from "node:crypto";

/** Inputs and outputs as plain values: secrets are open here, and everything is known. */
export type Properties = { [key: string]: any }; // eslint-disable-line @typescript-eslint/no-explicit-any

/** What a simulated resource knows of its surroundings. */
export interface SimulatedRequest {
  type: string;
  /** The logical name. */
  name: string;
  inputs: Properties;
  /** The region of the resource: its own `region` input, else that of its provider. */
  region: string;
  account: string;
  partition: string;
  /** The name that Pulumi would generate: the logical name and seven hexadecimal digits, stable for one URN. */
  autoname: string;
  /** How many resources of this URN have been created, this one included. */
  generation: number;
  /** `length` hexadecimal digits, stable for one URN and one `salt`: AWS's ids in AWS's own form. */
  hex(length: number, salt?: string): string;
}

export interface SimulatedResource {
  id: string;
  /** What AWS adds to the inputs. */
  outputs: Properties;
}

/** Gives one resource type the id, ARN, endpoint and other outputs that AWS would give, in AWS's own form. */
export type Simulation = (request: SimulatedRequest) => SimulatedResource;

/** Simulations by type token, `aws:s3/bucket:Bucket`. */
export type Simulations = { [type: string]: Simulation };

/** What a look-up function answers, by its token. */
export type InvokeSimulation = (
  args: Properties,
  surroundings: { region: string; account: string; partition: string },
) => Properties;
export type InvokeSimulations = { [token: string]: InvokeSimulation };

/** Digits derived from what they stand for, so that two runs agree. */
export function stableHex(of: string, length: number): string {
  let digits = "";
  for (let round = 0; digits.length < length; round++) {
    digits += createHash("sha256").update(`${of}#${round}`).digest("hex");
  }
  return digits.slice(0, length);
}

/** Digits in the form of a UUID. */
export function uuid(request: Pick<SimulatedRequest, "hex">, salt?: string): string {
  return [8, 12, 16, 20].reduceRight((id, at) => `${id.slice(0, at)}-${id.slice(at)}`, request.hex(32, salt));
}

/** `arn:partition:service:region:account:resource` for a resource of the request's region and account. */
export function arn(
  request: Pick<SimulatedRequest, "partition" | "region" | "account">,
  service: string,
  resource: string,
): string {
  return `arn:${request.partition}:${service}:${request.region}:${request.account}:${resource}`;
}

/** An ARN without a region, as IAM, CloudFront and Route 53 have. */
export function globalArn(
  request: Pick<SimulatedRequest, "partition" | "account">,
  service: string,
  resource: string,
): string {
  return `arn:${request.partition}:${service}::${request.account}:${resource}`;
}
