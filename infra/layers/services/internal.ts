import { InternalService, PrivateNamespace } from "@platform/components/internal-service";
import type { TaskArgs } from "@platform/components/task";
import { inOrderOfUse } from "../../config";
import { at } from "../../config/draft";
import { declaredBy } from "../../declared-by";
import { type Hosting, planOf, serviceArgs, type ServicePlan, type ServiceSource } from "./hosting";

/** The services that only the VPC knows, each made after those that it uses, and their plans. */
export function internalServices(
  sources: ServiceSource[],
  hosting: Hosting,
): { plans: ServicePlan[]; services: Hosting["internal"] } {
  const { config, base, net } = hosting;
  const { ordered } = inOrderOfUse(config.services);
  if (ordered.length === 0) return { plans: [], services: {} };
  const namespace = new PrivateNamespace(
    "namespace",
    { domainName: `${base.names.prefix}.internal`, vpcId: net.vpcId },
    declaredBy(base.opts, at("services")),
  );
  const services: { [name: string]: InternalService } = {};
  const plans = ordered
    .flatMap((name) => sources.filter((source) => source.name === name))
    .map((source) => {
      const plan = planOf(source, { ...hosting, internal: services });
      services[source.name] = internalService(plan, namespace, hosting);
      return plan;
    });
  return { plans, services };
}

function internalService(plan: ServicePlan, namespace: PrivateNamespace, hosting: Hosting): InternalService {
  const { config, base } = hosting;
  const args = serviceArgs(plan, hosting);
  return new InternalService(
    plan.name,
    {
      ...args,
      port: plan.settings.port as number,
      namespace,
      containerHealth: args.containerHealth as NonNullable<TaskArgs["containerHealth"]>,
      alarms: { topicArn: base.alarmTopic.topicArn, runbookUrl: config.alarms.runbookUrl },
    },
    declaredBy(base.opts, at("services", plan.name)),
  );
}
