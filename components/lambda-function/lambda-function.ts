import * as iam from "@pulumi/aws/iam";
import * as lambda from "@pulumi/aws/lambda";
import * as pulumi from "@pulumi/pulumi";
import { type PolicyStatement, policyDocument } from "../iam";
import { LogGroup } from "../log-group";

export interface LambdaFunctionArgs {
  account: string;
  region: string;
  /** Fixed, because its log group and those who call it name it. */
  functionName: string;
  description: string;
  /**
   * Folder with `index.mjs`, which exports `handler`, relative to the project's own: a path that is the same on every
   * machine, so that nothing differs between two of them.
   */
  folder: string;
  /** What the function may do in AWS, beside writing its log. */
  statements: PolicyStatement[];
  /** Variables that are no secrets: whoever may describe the function reads them. Default: none. */
  environment?: { [name: string]: pulumi.Input<string> };
  /** Queue for events that failed three times; `statements` must let the function send there. Default: they are lost. */
  deadLetterQueueArn?: pulumi.Input<string>;
  /** Seconds after which a run is ended, 1 to 900. */
  timeoutSeconds: number;
  /** Days that log lines are kept. */
  logRetentionDays: number;
  /** ARN of the key of the log. */
  logKmsKeyArn: pulumi.Input<string>;
}

/**
 * A small function in plain JavaScript that stands on nothing but Node.js and the AWS SDK that Lambda brings.
 *
 * Creates the function, its role with these rights and no more, and its log group. Costs $0.20 per million runs and
 * $0.0000133 per GB-second on arm64 (https://aws.amazon.com/lambda/pricing/): nothing worth naming at a few runs an hour.
 */
export class LambdaFunction extends pulumi.ComponentResource {
  /** Known once the function may do what it has to. */
  readonly functionArn: pulumi.Output<string>;
  readonly functionName: pulumi.Output<string>;

  constructor(name: string, args: LambdaFunctionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:LambdaFunction", name, {}, opts);
    const parent = { parent: this };
    const logGroupName = `/aws/lambda/${args.functionName}`;

    const log = new LogGroup(
      name,
      { logGroupName, retentionDays: args.logRetentionDays, kmsKeyArn: args.logKmsKeyArn },
      parent,
    );
    const role = new iam.Role(
      name,
      { description: args.description, assumeRolePolicy: policyDocument(LAMBDA_TAKES_ROLE) },
      parent,
    );
    const policy = new iam.RolePolicy(
      `${name}-policy`,
      { role: role.name, policy: policyDocument(writeLog(args, logGroupName), ...args.statements) },
      parent,
    );
    const made = new lambda.Function(
      name,
      {
        name: args.functionName,
        description: args.description,
        role: role.arn,
        runtime: "nodejs22.x",
        architectures: ["arm64"],
        handler: "index.handler",
        code: new pulumi.asset.FileArchive(args.folder),
        timeout: args.timeoutSeconds,
        memorySize: 128,
        ...(args.environment && { environment: { variables: args.environment } }),
        ...(args.deadLetterQueueArn && { deadLetterConfig: { targetArn: args.deadLetterQueueArn } }),
      },
      { parent: this, dependsOn: [log, policy] },
    );

    this.functionArn = made.arn;
    this.functionName = made.name;
    this.registerOutputs({ functionArn: this.functionArn });
  }

  /**
   * Lets a service call the function for a source of this account.
   *
   * @param account left out where the service names the source's ARN alone, as SNS does.
   */
  admit(
    name: string,
    principal: string,
    account: string | undefined,
    sourceArn?: pulumi.Input<string>,
  ): lambda.Permission {
    return new lambda.Permission(
      name,
      {
        function: this.functionName,
        action: "lambda:InvokeFunction",
        principal,
        sourceAccount: account,
        sourceArn,
      },
      { parent: this },
    );
  }
}

// Lambda names no source when it takes a role, so there is nothing to bind the role to; only the account itself can give
// the role to a function.
const LAMBDA_TAKES_ROLE: PolicyStatement = {
  Effect: "Allow",
  Principal: { Service: "lambda.amazonaws.com" },
  Action: "sts:AssumeRole",
};

const writeLog = ({ account, region }: LambdaFunctionArgs, logGroupName: string): PolicyStatement => ({
  Sid: "WriteLog",
  Effect: "Allow",
  Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
  Resource: `arn:aws:logs:${region}:${account}:log-group:${logGroupName}:*`,
});
