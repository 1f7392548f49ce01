import type { DeployedResource, DeployedStack } from "../program/deployed-stack";
import { parseArn } from "./arn";
import { awsManagedPolicy } from "./aws-managed";
import { defaultPolicy } from "./default-policy";
import { type PolicyDocument, parsePolicy } from "./document";
import { decide, type Decision, type KeyGrant, type Policies } from "./evaluate";
import type { Request } from "./request";
import { overlookedPolicies, resourcePoliciesOf } from "./resource-policies";
import { Unsupported } from "./unsupported";

const ROLE = "aws:iam/role:Role";
const KNOWN_IAM_TYPES = [
  ROLE,
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  "aws:iam/policy:Policy",
];

/** Endpoints that are called otherwise than the service is in actions. */
const ENDPOINT_NAMES: { [service: string]: string } = { ecr: "ecr.api", bedrock: "bedrock-runtime", ses: "email" };

/** Every policy of a stack, ready to answer for any request. */
export class PoliciesOfStack {
  /** By the role's ARN. */
  private readonly ofRoles = new Map<string, PolicyDocument[]>();
  private readonly boundaries = new Map<string, PolicyDocument>();
  /** By the resource's ARN. */
  private readonly ofResources = new Map<string, PolicyDocument>();
  private readonly grants = new Map<string, KeyGrant[]>();
  /** By region and service, `us-east-1.s3`. */
  private readonly endpoints = new Map<string, PolicyDocument>();

  /** ARNs of the account's buckets: the stack's own, and those of other stacks that it names. */
  private readonly buckets: ReadonlySet<string>;

  constructor(private readonly stack: DeployedStack) {
    refuseUnknown(stack);
    const existing = Object.values(stack.config.buckets).flatMap((bucket) => bucket.existing ?? []);
    this.buckets = new Set([
      ...stack.all("aws:s3/bucket:Bucket").map(({ props }) => props.arn as string),
      ...existing.map(({ name }) => `arn:aws:s3:::${name}`),
    ]);
    for (const role of stack.all(ROLE)) this.addRole(role);
    for (const { resourceArn, name, text } of resourcePoliciesOf(stack)) {
      this.ofResources.set(resourceArn, parsePolicy(name, text));
    }
    for (const { name, props } of stack.all("aws:ec2/vpcEndpoint:VpcEndpoint")) {
      if (props.policy) this.endpoints.set(endpointService(props.serviceName), parsePolicy(name, props.policy));
    }
    for (const { props } of stack.all("aws:kms/grant:Grant")) {
      if (props.constraints?.length) throw new Unsupported("constraints of a KMS grant");
      this.grants.set(props.keyId, [...(this.grants.get(props.keyId) ?? []), props]);
    }
  }

  /** What IAM answers; `throughVpc` says that the call starts in the stack's own network. */
  decide(request: Request, throughVpc: boolean): Decision {
    const policies = this.policiesFor(request, throughVpc);
    const owner = parseArn(request.resource)?.account || (policies.resourceAccount ?? this.stack.config.account);
    return decide({ ...request, context: { "aws:ResourceAccount": owner, ...request.context } }, policies);
  }

  private policiesFor({ caller, resource, action }: Request, throughVpc: boolean): Policies {
    const arn = caller.kind === "role" ? caller.arn : "";
    const own = this.resourcePolicy(resource, action);
    const boundary = this.boundaries.get(arn);
    const endpoint = throughVpc ? this.endpoints.get(this.endpointOf(action, resource)) : undefined;
    return {
      identity: this.ofRoles.get(arn) ?? [],
      ...(boundary && { boundary }),
      ...(own && { resource: own }),
      resourceDecides: /^(kms:|sts:AssumeRole)/.test(action),
      ...this.accountOfBucket(resource),
      grants: this.grants.get(resource) ?? [],
      ...(endpoint && { endpoint }),
    };
  }

  private resourcePolicy(resource: string, action: string): PolicyDocument | undefined {
    return this.ofResources.get(policyHolder(resource)) ?? defaultPolicy(resource, action);
  }

  /** ARNs of buckets name no account: those of the stack are in its own, all others are somebody's. */
  private accountOfBucket(resource: string): { resourceAccount?: string } {
    if (parseArn(resource)?.service !== "s3") return {};
    return { resourceAccount: this.buckets.has(policyHolder(resource)) ? this.stack.config.account : "elsewhere" };
  }

  private endpointOf(action: string, resource: string): string {
    const service = action.split(":")[0] ?? "";
    const region = parseArn(resource)?.region || this.stack.config.region;
    return `${region}.${ENDPOINT_NAMES[service] ?? service}`;
  }

  private addRole({ props }: DeployedResource): void {
    const { arn, name } = props;
    const inline = this.stack
      .all("aws:iam/rolePolicy:RolePolicy")
      .filter((policy) => [name, arn].includes(policy.props.role))
      .map((policy) => parsePolicy(policy.name, policy.props.policy));
    const attached = this.stack
      .all("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
      .filter((attachment) => [name, arn].includes(attachment.props.role))
      .map((attachment) => attachment.props.policyArn as string);
    const managed = [...attached, ...((props.managedPolicyArns ?? []) as string[])].map((each) => this.managed(each));
    this.ofRoles.set(arn, [...inline, ...managed]);
    if (props.permissionsBoundary) this.boundaries.set(arn, this.managed(props.permissionsBoundary));
  }

  private managed(arn: string): PolicyDocument {
    const own = this.stack.all("aws:iam/policy:Policy").find(({ props }) => props.arn === arn);
    return own ? parsePolicy(own.name, own.props.policy) : parsePolicy(arn, awsManagedPolicy(arn));
  }
}

/** An object is under the policy of its bucket. */
const policyHolder = (resource: string): string =>
  parseArn(resource)?.service === "s3" ? resource.replace(/\/.*$/, "") : resource;

/** `com.amazonaws.us-east-1.s3` */
const endpointService = (serviceName: string): string => serviceName.replace(/^com\.amazonaws\./, "");

/** What grants rights in a way that is not read here must not pass as granting none. */
function refuseUnknown(stack: DeployedStack): void {
  const unknown = stack.resources.find(({ type }) => type.startsWith("aws:iam/") && !KNOWN_IAM_TYPES.includes(type));
  if (unknown) throw new Unsupported(`the type ${unknown.type}, of which ${unknown.name} is one`);
  const inline = stack.all(ROLE).find(({ props }) => props.inlinePolicies?.length > 0);
  if (inline) throw new Unsupported(`inline policies within the role ${inline.name}`);
  const [overlooked] = overlookedPolicies(stack);
  if (overlooked !== undefined) throw new Unsupported(`the policy in ${overlooked}`);
}
