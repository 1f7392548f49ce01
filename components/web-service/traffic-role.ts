import * as iam from "@pulumi/aws/iam";
import type * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../iam";
import type { Routing } from "./routing";

export interface TrafficRole {
  role: iam.Role;
  policy: iam.RolePolicy;
}

/**
 * The role with which ECS moves requests: what AWS's policy AmazonECSInfrastructureRolePolicyForLoadBalancers allows for
 * every load balancer of the account, for these target groups and rules alone
 * (https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSInfrastructureRolePolicyForLoadBalancers.html).
 */
export function trafficRole(name: string, routing: Routing, parent: pulumi.Resource): TrafficRole {
  const role = new iam.Role(
    `${name}-traffic`,
    {
      description: `Moves requests of ${name} between versions`,
      // Without a condition, as AWS documents it: ECS is passed the role by this account, which no other account can.
      // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
      assumeRolePolicy: policyDocument({
        Effect: "Allow",
        Principal: { Service: "ecs.amazonaws.com" },
        Action: "sts:AssumeRole",
      }),
    },
    { parent },
  );
  const arns = (resources: (lb.TargetGroup | lb.ListenerRule)[]) => resources.map(({ arn }) => arn);
  const policy = new iam.RolePolicy(
    `${name}-traffic-policy`,
    {
      role: role.name,
      policy: policyDocument(
        {
          Sid: "ReadRouting",
          Effect: "Allow",
          Action: [
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:DescribeRules",
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTargetHealth",
          ],
          // These actions know no resources.
          Resource: "*",
        },
        {
          Sid: "RegisterTasks",
          Effect: "Allow",
          Action: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"],
          Resource: arns(routing.targetGroups),
        },
        {
          Sid: "MoveRequests",
          Effect: "Allow",
          Action: "elasticloadbalancing:ModifyRule",
          Resource: arns(routing.rules),
        },
      ),
    },
    { parent },
  );
  return { role, policy };
}
