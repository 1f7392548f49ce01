import { interpolate, type Input } from "@pulumi/pulumi";
import type { PolicyStatement } from "../iam";

/**
 * Lets a role sign in to one proxy as one user, by a token of its own
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html).
 */
export function connectGrant(
  proxy: { account: string; region: string; resourceId: Input<string> },
  username: string,
): PolicyStatement {
  const { account, region, resourceId } = proxy;
  return {
    Effect: "Allow",
    Action: "rds-db:connect",
    Resource: interpolate`arn:aws:rds-db:${region}:${account}:dbuser:${resourceId}/${username}`,
  };
}
