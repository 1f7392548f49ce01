import type { DeployedStack } from "../../program/deployed-stack";
import { type Call, on } from "../call";
import { keyArn } from "../scope";
import { masterSecretOf, primaryDatabase } from "../secrets";
import type { Right } from "./right";
import { readSecret, type SecretPlace } from "./secrets";

export const database: Right = {
  task: ({ stack, task }) => (task.uses.database && signsInByToken(stack) ? signIn(stack) : []),
  execution: ({ stack, task }) => (task.uses.database && !signsInByToken(stack) ? readSecret(masterSecret(stack)) : []),
};

export const masterSecret = (stack: DeployedStack): SecretPlace => ({
  arn: masterSecretOf(primaryDatabase(stack)),
  key: keyArn(stack, "secrets"),
});

const signsInByToken = ({ config }: DeployedStack): boolean => config.database?.proxy?.authentication === "iam";

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html */
function signIn(stack: DeployedStack): Call[] {
  const { account, region, database: settings } = stack.config;
  const [proxy = ""] = String(stack.one("aws:rds/proxy:Proxy").props.arn).match(/prx-[0-9a-z]+$/) ?? [];
  return on(`arn:aws:rds-db:${region}:${account}:dbuser:${proxy}/${settings?.username}`, "rds-db:connect");
}
