import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { LambdaFunction, type LambdaFunctionArgs } from "../lambda-function";

export interface SecretWatchArgs extends Pick<
  LambdaFunctionArgs,
  "account" | "region" | "functionName" | "logRetentionDays" | "logKmsKeyArn"
> {
  cluster: { name: pulumi.Input<string> };
  /** Services by name, with the secrets that their tasks hold. */
  services: { [name: string]: { serviceArn: pulumi.Input<string>; secretArns: pulumi.Input<string>[] } };
  /** Secrets by the name that people know, with the days after which they are overdue. */
  ages: { [name: string]: { secretArn: pulumi.Input<string>; days: number } };
  /** Namespace of the metric `Overdue`. */
  metricNamespace: string;
}

const FOLDER = "components/secret-watch/function";

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html: most characters of what a rule passes on. */
const MOST_INPUT = 8192;

/**
 * Has services start anew within minutes after one of their secrets changed, whoever changed it (a rotation, RDS, a
 * person), and counts the secrets that are older than they should be.
 *
 * Creates a function, a rule that calls it every five minutes, and the right to do so. It compares instead of waiting
 * for events: these need a trail of the account, and one that comes in the midst of a deployment would be lost.
 * Costs about $0.05 a month for each secret that it looks at (https://aws.amazon.com/secrets-manager/pricing/) and $0.30
 * for the metric.
 */
export class SecretWatch extends pulumi.ComponentResource {
  constructor(name: string, args: SecretWatchArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:SecretWatch", name, {}, opts);
    const { cluster, services, ages, metricNamespace, ...settings } = args;
    const watch = this.function(name, settings, services, ages);

    const rule = new cloudwatch.EventRule(
      name,
      { description: "Looks at the secrets and at who uses them", scheduleExpression: "rate(5 minutes)" },
      { parent: this },
    );
    const admitted = watch.admit(`${name}-permission`, "events.amazonaws.com", args.account, rule.arn);
    new cloudwatch.EventTarget(
      name,
      {
        rule: rule.name,
        arn: watch.functionArn,
        input: inputOf(name, { cluster: cluster.name, services, ages, namespace: metricNamespace }),
        // A run that fails is made good by the next one.
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 300 },
      },
      { parent: this, dependsOn: [admitted] },
    );
    this.registerOutputs({});
  }

  private function(
    name: string,
    settings: Omit<SecretWatchArgs, "cluster" | "services" | "ages" | "metricNamespace">,
    services: SecretWatchArgs["services"],
    ages: SecretWatchArgs["ages"],
  ): LambdaFunction {
    const secretArns = [
      ...Object.values(services).flatMap((service) => service.secretArns),
      ...Object.values(ages).map(({ secretArn }) => secretArn),
    ];
    const serviceArns = Object.values(services).map(({ serviceArn }) => serviceArn);
    return new LambdaFunction(
      name,
      {
        ...settings,
        description: "Starts services anew whose secrets changed, and counts old secrets",
        folder: FOLDER,
        timeoutSeconds: 60,
        statements: [
          {
            Sid: "SeeWhenSecretsChanged",
            Effect: "Allow",
            Action: "secretsmanager:ListSecretVersionIds",
            Resource: [...new Set(secretArns)],
          },
          {
            Sid: "RestartServices",
            Effect: "Allow",
            Action: ["ecs:DescribeServices", "ecs:UpdateService"],
            Resource: serviceArns,
          },
        ],
      },
      { parent: this },
    );
  }
}

type Watched = Pick<SecretWatchArgs, "services" | "ages"> & { cluster: pulumi.Input<string>; namespace: string };

function inputOf(name: string, { cluster, services, ages, namespace }: Watched): pulumi.Output<string> {
  const event = {
    cluster,
    services: Object.values(services).map(({ serviceArn, secretArns }) => ({
      service: serviceArn,
      secrets: [...new Set(secretArns)],
    })),
    ages: Object.entries(ages).map(([secret, { secretArn, days }]) => ({ name: secret, secret: secretArn, days })),
    namespace,
  };
  return pulumi.jsonStringify(event).apply((json) => {
    if (json.length <= MOST_INPUT) return json;
    throw new Error(
      `${name}: services and ages take ${json.length} of the ${MOST_INPUT} characters that a rule passes on`,
    );
  });
}
