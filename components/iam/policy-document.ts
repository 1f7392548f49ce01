import * as pulumi from "@pulumi/pulumi";

type OneOrMore<T> = T | T[];

/** One statement of an IAM policy, in IAM's own spelling; ARNs may still be unknown. */
export interface PolicyStatement {
  Sid?: string;
  Effect: "Allow" | "Deny";
  Principal?: "*" | { [kind: string]: pulumi.Input<OneOrMore<pulumi.Input<string>>> };
  Action: OneOrMore<string>;
  Resource?: OneOrMore<pulumi.Input<string>>;
  Condition?: { [operator: string]: { [key: string]: OneOrMore<pulumi.Input<string>> } };
}

/** The JSON text of a policy document with these statements; known as soon as every ARN in it is. */
export function policyDocument(...statements: PolicyStatement[]): pulumi.Output<string> {
  return pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });
}

/**
 * The trust policy of a role that only `service` may assume, and only for the given account: without the account
 * another customer's resource could make the service act on this role (the confused deputy,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html).
 */
export function servicePrincipalTrust(service: string, account: string): pulumi.Output<string> {
  return policyDocument({
    Effect: "Allow",
    Principal: { Service: service },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": account } },
  });
}
