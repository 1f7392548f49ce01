/** An event of an account that the CIS benchmark wants an alarm for, and the texts by which its log filter is told. */
export interface CisEvent {
  /** Recommendation of the CIS AWS Foundations Benchmark 5.0. */
  id: string;
  name: string;
  texts: readonly string[];
}

export const CIS_EVENTS: readonly CisEvent[] = [
  { id: "4.1", name: "calls that were refused", texts: ["UnauthorizedOperation", "AccessDenied"] },
  { id: "4.2", name: "sign-in without a second factor", texts: ["ConsoleLogin", "MFAUsed"] },
  { id: "4.3", name: "use of the root user", texts: ["userIdentity.type", "Root"] },
  { id: "4.4", name: "changes of IAM policies", texts: ["AttachRolePolicy", "CreatePolicyVersion"] },
  { id: "4.5", name: "changes of CloudTrail", texts: ["UpdateTrail", "StopLogging"] },
  { id: "4.6", name: "failed sign-in", texts: ["ConsoleLogin", "Failed authentication"] },
  { id: "4.7", name: "disabled or deleted keys", texts: ["DisableKey", "ScheduleKeyDeletion"] },
  { id: "4.8", name: "changes of bucket policies", texts: ["PutBucketPolicy", "DeleteBucketPolicy"] },
  { id: "4.9", name: "changes of AWS Config", texts: ["StopConfigurationRecorder", "PutConfigurationRecorder"] },
  { id: "4.10", name: "changes of security groups", texts: ["AuthorizeSecurityGroupIngress", "DeleteSecurityGroup"] },
  { id: "4.11", name: "changes of network ACLs", texts: ["CreateNetworkAcl", "DeleteNetworkAcl"] },
  { id: "4.12", name: "changes of gateways", texts: ["AttachInternetGateway", "DeleteCustomerGateway"] },
  { id: "4.13", name: "changes of routes", texts: ["CreateRoute", "DeleteRouteTable"] },
  { id: "4.14", name: "changes of VPCs", texts: ["CreateVpc", "ModifyVpcAttribute"] },
  { id: "4.15", name: "changes of the organisation", texts: ["organizations.amazonaws.com"] },
];
