const DAY = 24 * 60 * 60 * 1000;

/** Milliseconds that a rotation may take from making a value to putting it in force; RDS takes the longest. */
const SETTLED = 2 * 60 * 1000;

/**
 * Looks at the secrets of a stack: starts services anew whose tasks still hold a value that has been replaced, and
 * counts the secrets that are older than they should be. It compares what is with what should be, so a run that was
 * missed, or came in the midst of a deployment, is made good by the next one.
 */
export function watcher({ secrets, ecs, now, print }) {
  return async ({ cluster, services, ages, namespace }) => {
    const arns = [...new Set([...services.flatMap((service) => service.secrets), ...ages.map(({ secret }) => secret)])];
    const changed = new Map(await Promise.all(arns.map(async (arn) => [arn, await currentSince(secrets, arn)])));

    const outdated = await servicesToRestart({ ecs, cluster, services, changed, now });
    for (const service of outdated) await ecs.updateService({ cluster, service, forceNewDeployment: true });

    const overdue = ages.filter(({ secret, days }) => now() - (changed.get(secret) ?? now()) > days * DAY);
    print(metric(namespace, now(), overdue, outdated));
  };
}

/** When the value in force was made; nothing for a secret that has no value yet. */
async function currentSince(secrets, SecretId) {
  const { Versions = [] } = await secrets.listSecretVersionIds({ SecretId });
  const current = Versions.find(({ VersionStages = [] }) => VersionStages.includes("AWSCURRENT"));
  return current?.CreatedDate && new Date(current.CreatedDate).getTime();
}

/** The services whose tasks were started before one of their secrets changed; one that is being deployed waits. */
async function servicesToRestart({ ecs, cluster, services, changed, now }) {
  const found = await Promise.all(
    services.map(async ({ service, secrets }) => {
      const { services: [state] = [] } = await ecs.describeServices({ cluster, services: [service] });
      if (state?.status !== "ACTIVE" || state.deployments?.length !== 1) return [];
      const [deployment] = state.deployments;
      if (deployment.rolloutState === "IN_PROGRESS") return [];
      const started = new Date(deployment.createdAt).getTime();
      const settled = now() - SETTLED;
      const replaced = secrets.some((secret) => {
        const since = changed.get(secret);
        return since !== undefined && since < settled && started < since + SETTLED;
      });
      return replaced ? [service] : [];
    }),
  );
  return found.flat();
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html */
function metric(namespace, at, overdue, restarted) {
  return JSON.stringify({
    _aws: {
      Timestamp: at,
      CloudWatchMetrics: [{ Namespace: namespace, Dimensions: [[]], Metrics: [{ Name: "Overdue", Unit: "Count" }] }],
    },
    Overdue: overdue.length,
    overdueSecrets: overdue.map(({ name }) => name),
    restartedServices: restarted,
  });
}
