import { type InvokeSimulation, type InvokeSimulations, type Properties, stableHex } from "./aws/simulation";
import { policyDocumentLookUp } from "./policy-document-look-up";

const callerIdentity: InvokeSimulation = (_args, { account, partition }) => ({
  id: account,
  accountId: account,
  arn: `arn:${partition}:iam::${account}:user/preview`,
  userId: `AIDA${stableHex(account, 17).toUpperCase()}`,
});

const region: InvokeSimulation = (_args, { region: name }) => ({
  id: name,
  name,
  region: name,
  description: name,
  endpoint: `ec2.${name}.amazonaws.com`,
});

const partition: InvokeSimulation = (_args, { partition: name }) => {
  const dnsSuffix = name === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  return { id: name, partition: name, dnsSuffix, reverseDnsPrefix: dnsSuffix.split(".").reverse().join(".") };
};

/** Three zones, as nearly every region has. */
const availabilityZones: InvokeSimulation = (_args, { region: name }) => ({
  id: name,
  region: name,
  names: ["a", "b", "c"].map((letter) => `${name}${letter}`),
  zoneIds: [1, 2, 3].map((number) => `${name}-az${number}`),
  groupNames: [name],
});

const servicePrincipal: InvokeSimulation = (args, { region: name }) => ({
  id: `${args.serviceName}.${name}.amazonaws.com`,
  name: `${args.serviceName}.amazonaws.com`,
  serviceName: args.serviceName,
  suffix: "amazonaws.com",
  region: name,
});

/**
 * The look-ups that nearly every program makes and that need no account: what they answer follows from their
 * arguments, the region and the account of the preview.
 */
export const lookUps: InvokeSimulations = {
  "aws:index/getCallerIdentity:getCallerIdentity": callerIdentity,
  "aws:index/getRegion:getRegion": region,
  "aws:index/getPartition:getPartition": partition,
  "aws:index/getAvailabilityZones:getAvailabilityZones": availabilityZones,
  "aws:index/getServicePrincipal:getServicePrincipal": servicePrincipal,
  "aws:iam/getPolicyDocument:getPolicyDocument": (args: Properties) => policyDocumentLookUp(args),
};

/** Those whose answer another account may give otherwise. */
export const ASSUMING: readonly string[] = [
  "aws:index/getCallerIdentity:getCallerIdentity",
  "aws:index/getAvailabilityZones:getAvailabilityZones",
];
