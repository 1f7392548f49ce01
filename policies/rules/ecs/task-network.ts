/** Where each way to start ECS tasks holds their network configuration. */
const NETWORK_OF = new Map([
  ["aws:ecs/service:Service", "networkConfiguration"],
  ["aws:ecs/taskSet:TaskSet", "networkConfiguration"],
  ["aws:scheduler/schedule:Schedule", "target.ecsParameters.networkConfiguration"],
  ["aws:cloudwatch/eventTarget:EventTarget", "ecsTarget.networkConfiguration"],
]);

/** Resources that start tasks. */
export const TASK_STARTERS = [...NETWORK_OF.keys()];

/** The path of the network configuration in a resource that starts tasks. */
export const networkPathOf = (type: string): string => NETWORK_OF.get(type) ?? "networkConfiguration";
