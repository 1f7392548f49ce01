import {
  DescribeServiceDeploymentsCommand,
  DescribeServicesCommand,
  type ECSClient,
  ListServiceDeploymentsCommand,
  type Service,
  type ServiceDeployment,
  type ServiceDeploymentBrief,
} from "@aws-sdk/client-ecs";
import type { Clients } from "./clients";

/** What ECS says of a service. */
export interface DeploymentNow {
  service: Service;
  /** The newest deployment; ECS keeps them for 90 days, so that a service left alone has none. */
  newest?: ServiceDeployment;
}

export async function deploymentNow({ ecs }: Clients, cluster: string, serviceName: string): Promise<DeploymentNow> {
  const { services = [] } = await ecs.send(new DescribeServicesCommand({ cluster, services: [serviceName] }));
  const [service] = services;
  if (!service || service.status !== "ACTIVE") throw new Error(`the cluster ${cluster} has no service ${serviceName}`);

  const newestArn = await newestDeployment(ecs, cluster, serviceName);
  if (newestArn === undefined) return { service };
  const described = await ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [newestArn] }));
  return { service, newest: described.serviceDeployments?.[0] };
}

/** ECS promises no order. */
async function newestDeployment(ecs: ECSClient, cluster: string, service: string): Promise<string | undefined> {
  const found: ServiceDeploymentBrief[] = [];
  let nextToken: string | undefined;
  do {
    const page = await ecs.send(new ListServiceDeploymentsCommand({ cluster, service, nextToken }));
    found.push(...(page.serviceDeployments ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  const [newest] = found.sort((a, b) => Number(b.createdAt ?? 0) - Number(a.createdAt ?? 0));
  return newest?.serviceDeploymentArn;
}
