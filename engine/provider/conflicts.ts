import type { Properties } from "@platform/simulator";
import { nameOf } from "../urn";
import type { Account, Remains, Standing } from "./account";
import { ServiceError } from "./service-error";

// What may stand only once although its id is another one each time: the inputs that together must differ, and AWS's code.
const UNIQUE: { [type: string]: { inputs: string[]; code: string } } = {
  "aws:ec2/route:Route": {
    inputs: ["routeTableId", "destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"],
    code: "RouteAlreadyExists",
  },
  "aws:ec2/routeTableAssociation:RouteTableAssociation": {
    inputs: ["subnetId", "gatewayId"],
    code: "Resource.AlreadyAssociated",
  },
  "aws:ec2/subnet:Subnet": { inputs: ["vpcId", "cidrBlock"], code: "InvalidSubnet.Conflict" },
  "aws:lb/listener:Listener": { inputs: ["loadBalancerArn", "port"], code: "DuplicateListener" },
  "aws:lb/listenerRule:ListenerRule": { inputs: ["listenerArn", "priority"], code: "PriorityInUse" },
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": ruleInputs(),
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": ruleInputs(),
};

function ruleInputs(): { inputs: string[]; code: string } {
  const source = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];
  return {
    inputs: ["securityGroupId", "ipProtocol", "fromPort", "toPort", ...source],
    code: "InvalidPermission.Duplicate",
  };
}

// Names that need to differ only within something: in another role, VPC, log group they may come again.
const NAMES_WITHIN: { [type: string]: string } = {
  "aws:appautoscaling/policy:Policy": "resourceId",
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": "logGroupName",
  "aws:ec2/securityGroup:SecurityGroup": "vpcId",
  "aws:iam/rolePolicy:RolePolicy": "role",
};

// One name for all regions of an account.
const GLOBAL = /^aws:(cloudfront|iam|route53|s3)\//;

// A new revision stands beside the old one, and records of one name are told apart by their type.
const NAMES_REPEAT = ["aws:ecs/taskDefinition:TaskDefinition", "aws:route53/record:Record"];

/**
 * @param before what it is the next version of, where it is updated.
 * @throws {ServiceError} when something of that name, or in that place, is there already.
 */
export function refuseConflict(made: Omit<Standing, "references">, account: Account, before?: Standing): void {
  const isGlobal = GLOBAL.test(made.type);
  const peers = account
    .resources()
    .filter(({ type, region }) => type === made.type && (isGlobal || region === made.region))
    .filter(({ key }) => key !== before?.key);
  if (peers.some(({ key }) => key === made.key)) throw exists(made, "ResourceAlreadyExistsException", made.id);

  const unique = UNIQUE[made.type];
  if (unique && peers.some((peer) => sameIn(unique.inputs, peer.inputs, made.inputs))) {
    throw exists(made, unique.code, unique.inputs.map((input) => made.inputs[input]).join(" "));
  }
  const name: unknown = made.outputs.name;
  const within = NAMES_WITHIN[made.type];
  const named = peers.some(
    ({ inputs, outputs }) => outputs.name === name && (!within || inputs[within] === made.inputs[within]),
  );
  if (account.keptNames(made.type, made.region).has(made.outputs.name)) {
    throw new ServiceError("InvalidRequestException", `a secret "${name}" is already scheduled for deletion`);
  }
  if (typeof name === "string" && named && !NAMES_REPEAT.includes(made.type)) {
    throw exists(made, "ResourceAlreadyExistsException", name);
  }
}

const sameIn = (inputs: string[], one: Properties, other: Properties): boolean =>
  inputs.every((input) => one[input] === other[input]);

const exists = ({ type }: { type: string }, code: string, what: string): ServiceError =>
  new ServiceError(code, `a ${type.split(":").at(-1)} "${what}" exists already`);

// What goes although others still name it: load balancing does not know which services move requests by its rules
// (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteRule.html). Of other types AWS refuses
// less than is refused here: to delete what is in use is an order gone wrong, which tests shall find.
const GOES_IN_USE = ["aws:lb/listenerRule:ListenerRule"];

// What such a resource names it has used once: AWS knows nothing of it.
const IS_DYNAMIC = /^pulumi-nodejs:/;

/** @throws {ServiceError} when the resource is protected, or another one still refers to it. */
export function refuseDeletion(doomed: Standing, account: Account): void {
  const protection = ["deletionProtection", "enableDeletionProtection"].find((input) => doomed.inputs[input] === true);
  if (protection) {
    throw new ServiceError("InvalidParameterCombination", `${protection} is on: turn it off before deleting`);
  }
  if (GOES_IN_USE.includes(doomed.type)) return;
  const dependents = account
    .resources()
    .filter(({ type, references }) => !IS_DYNAMIC.test(type) && references.includes(doomed.key));
  if (dependents.length > 0) {
    const names = dependents.map(({ urn }) => nameOf(urn)).join(", ");
    throw new ServiceError("DependencyViolation", `${doomed.id} has dependent resources: ${names}`);
  }
}

/** What AWS keeps of a resource that is deleted with these settings. */
export function remainsOf({ type, id, inputs }: Standing): Remains | undefined {
  switch (type) {
    case "aws:rds/instance:Instance":
      return inputs.skipFinalSnapshot === true ? undefined : { what: `snapshot ${inputs.finalSnapshotIdentifier}` };
    case "aws:kms/key:Key":
      return { what: `key ${id} for ${inputs.deletionWindowInDays ?? 30} days` };
    case "aws:secretsmanager/secret:Secret":
      return inputs.recoveryWindowInDays === 0
        ? undefined
        : { what: `secret ${inputs.name} for ${inputs.recoveryWindowInDays ?? 30} days`, name: inputs.name };
    case "aws:ecs/taskDefinition:TaskDefinition":
      return inputs.skipDestroy === true ? { what: `task definition ${id}` } : undefined;
    default:
      return undefined;
  }
}
