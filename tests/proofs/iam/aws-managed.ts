import { Unsupported } from "./unsupported";

// The policies that AWS keeps and the components attach, as their pages give them.
const DOCUMENTS: { [arn: string]: object } = {
  // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonRDSEnhancedMonitoringRole.html
  "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole": {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "EnableCreationAndManagementOfRDSCloudwatchLogGroups",
        Effect: "Allow",
        Action: ["logs:CreateLogGroup", "logs:PutRetentionPolicy"],
        Resource: ["arn:aws:logs:*:*:log-group:RDS*"],
      },
      {
        Sid: "EnableCreationAndManagementOfRDSCloudwatchLogStreams",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams", "logs:GetLogEvents"],
        Resource: ["arn:aws:logs:*:*:log-group:RDS*:log-stream:*"],
      },
    ],
  },
};

/** @throws {Unsupported} for a policy whose text is not written here. */
export function awsManagedPolicy(arn: string): string {
  const document = DOCUMENTS[arn];
  if (!document) throw new Unsupported(`the text of the managed policy ${arn}`);
  return JSON.stringify(document);
}
