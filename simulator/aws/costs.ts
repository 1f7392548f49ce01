import { globalArn, type Simulations, uuid } from "./simulation";

export const costs: Simulations = {
  "aws:budgets/budget:Budget": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return {
      id: `${request.account}:${name}`,
      outputs: { name, accountId: request.account, arn: globalArn(request, "budgets", `budget/${name}`) },
    };
  },
  "aws:costexplorer/anomalyMonitor:AnomalyMonitor": (request) => {
    const monitorArn = globalArn(request, "ce", `anomalymonitor/${uuid(request)}`);
    return { id: monitorArn, outputs: { arn: monitorArn } };
  },
  "aws:costexplorer/anomalySubscription:AnomalySubscription": (request) => {
    const subscriptionArn = globalArn(request, "ce", `anomalysubscription/${uuid(request)}`);
    return { id: subscriptionArn, outputs: { arn: subscriptionArn, accountId: request.account } };
  },
};
