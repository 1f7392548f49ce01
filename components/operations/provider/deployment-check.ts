import type { dynamic } from "@pulumi/pulumi";
import { clientsFor } from "./clients";
import type { DeploymentCheckInputs } from "./deployment-check-inputs";
import { failureInWords } from "./deployment-failure";
import { deploymentNow } from "./deployment-now";
import { verdictOn } from "./deployment-verdict";
import { ORDINARY_PACE, type Pace, until } from "./pace";

/**
 * Fails unless the service runs the version that was asked for. ECS takes a failed deployment back by itself, and a
 * service that is stable again looks like a success to whoever waits for nothing else
 * (https://github.com/hashicorp/terraform-provider-aws/issues/20858). A check that failed is not in Pulumi's state, or
 * is there with its former inputs, so that the next update repeats it.
 */
export function deploymentCheck(
  pace: Pace = ORDINARY_PACE,
): dynamic.ResourceProvider<DeploymentCheckInputs, DeploymentCheckInputs> {
  return {
    diff: async (_id, olds, news) => ({ changes: versionOf(olds) !== versionOf(news) }),
    create: async (inputs) => {
      await check(inputs, pace);
      return { id: inputs.serviceName, outs: inputs };
    },
    update: async (_id, _olds, news) => {
      await check(news, pace);
      return { outs: news };
    },
  };
}

const versionOf = ({ clusterArn, serviceName, taskDefinitionArn, settings }: DeploymentCheckInputs): string =>
  JSON.stringify([clusterArn, serviceName, taskDefinitionArn, settings]);

async function check(inputs: DeploymentCheckInputs, pace: Pace): Promise<void> {
  const { serviceName, taskDefinitionArn, timeoutMinutes } = inputs;
  const clients = clientsFor(inputs.region);
  const ended = await until(
    async () => {
      const now = await deploymentNow(clients, inputs.clusterArn, serviceName);
      const verdict = verdictOn(now, taskDefinitionArn);
      return verdict === "pending" ? undefined : { now, verdict };
    },
    timeoutMinutes,
    pace,
  );
  if (!ended) {
    throw new Error(
      `${serviceName} is still being deployed after ${timeoutMinutes} minutes. ECS goes on with it: look at the ` +
        `service's deployments, and run pulumi up again once they have ended.`,
    );
  }
  if (ended.verdict === "otherVersion") throw new Error(await failureInWords(inputs, ended.now, clients));
}
