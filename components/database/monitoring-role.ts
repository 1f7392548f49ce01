import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { servicePrincipalTrust } from "../iam";

/** A role and the attachment without which it can do nothing. */
export interface MonitoringRole {
  role: iam.Role;
  attachment: iam.RolePolicyAttachment;
}

/**
 * The role by which RDS writes operating-system figures to CloudWatch Logs
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html).
 */
export function createMonitoringRole(name: string, account: string, parent: pulumi.Resource): MonitoringRole {
  const role = new iam.Role(
    name,
    {
      description: "RDS writes enhanced monitoring to CloudWatch Logs",
      assumeRolePolicy: servicePrincipalTrust("monitoring.rds.amazonaws.com", account),
    },
    { parent },
  );
  const attachment = new iam.RolePolicyAttachment(
    `${name}-policy`,
    { role: role.name, policyArn: "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole" },
    { parent },
  );
  return { role, attachment };
}
