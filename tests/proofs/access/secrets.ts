import type { DeployedResource, DeployedStack } from "../program/deployed-stack";

/** The secret in which RDS keeps the master user's password. */
export const masterSecretOf = ({ props }: DeployedResource): string => props.masterUserSecrets[0].secretArn;

/** The database that writes; its replicas have no secret. */
export const primaryDatabase = (stack: DeployedStack): DeployedResource =>
  stack.one("aws:rds/instance:Instance", "database");

/** The secrets of a stack, with those that AWS keeps for its databases. */
export function secretArns(stack: DeployedStack): string[] {
  const own = stack.all("aws:secretsmanager/secret:Secret").map(({ props }) => props.arn as string);
  const masters = stack.all("aws:rds/instance:Instance").filter(({ props }) => props.masterUserSecrets?.length > 0);
  return [...own, ...masters.map(masterSecretOf)];
}
