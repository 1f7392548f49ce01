import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument, servicePrincipalTrust } from "../iam";
import { LogGroup } from "../log-group";

export interface VpcFlowLogsArgs {
  vpcId: pulumi.Input<string>;
  region: string;
  account: string;
  /** Full name of the log group. */
  logGroupName: string;
  /** Days that records are kept. */
  retentionDays: number;
  /** ARN of the key that encrypts the records; its policy must admit `logs.<region>.amazonaws.com`. */
  kmsKeyArn: pulumi.Input<string>;
}

/**
 * Records of every connection in the VPC, accepted or refused, in a log group of their own.
 *
 * Creates the log group, the role by which the flow-log service writes to that group alone, and the flow log. Costs
 * $0.50 per GB of records in us-east-1, less from 10 TB on (https://aws.amazon.com/cloudwatch/pricing/, vended logs).
 */
export class VpcFlowLogs extends pulumi.ComponentResource {
  constructor(name: string, args: VpcFlowLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:VpcFlowLogs", name, {}, opts);
    const { vpcId, account, logGroupName, retentionDays, kmsKeyArn } = args;
    const parent = { parent: this };

    const group = new LogGroup(name, { logGroupName, retentionDays, kmsKeyArn }, parent);
    const role = new iam.Role(
      `${name}-role`,
      {
        description: "Writes the VPC's flow logs",
        assumeRolePolicy: servicePrincipalTrust("vpc-flow-logs.amazonaws.com", account),
      },
      parent,
    );
    const permission = new iam.RolePolicy(`${name}-role`, { role: role.name, policy: writeToGroup(args) }, parent);
    new ec2.FlowLog(
      name,
      {
        vpcId,
        trafficType: "ALL",
        logDestinationType: "cloud-watch-logs",
        logDestination: group.arn,
        iamRoleArn: role.arn,
        tags: { Name: name },
      },
      { ...parent, dependsOn: [permission] },
    );

    this.registerOutputs({});
  }
}

/**
 * Without `logs:CreateLogGroup`: records still under way would bring the group back after it was destroyed, and the
 * next deployment would fail on it (https://github.com/terraform-aws-modules/terraform-aws-vpc/pull/550).
 */
function writeToGroup({ region, account, logGroupName }: VpcFlowLogsArgs): pulumi.Output<string> {
  const groupArn = `arn:aws:logs:${region}:${account}:log-group:${logGroupName}`;
  return policyDocument({
    Effect: "Allow",
    Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"],
    Resource: [groupArn, `${groupArn}:*`],
  });
}
