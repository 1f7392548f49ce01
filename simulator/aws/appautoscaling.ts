import { arn, type Simulations } from "./simulation";

export const appautoscaling: Simulations = {
  "aws:appautoscaling/target:Target": (request) => ({
    id: request.inputs.resourceId,
    outputs: { arn: arn(request, "application-autoscaling", `scalable-target/${request.hex(28)}`) },
  }),
  "aws:appautoscaling/scheduledAction:ScheduledAction": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return { id: name, outputs: { name, arn: arn(request, "autoscaling", `scheduledAction:${request.hex(32)}`) } };
  },
  "aws:appautoscaling/policy:Policy": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return { id: name, outputs: { name, arn: arn(request, "autoscaling", `scalingPolicy:${request.hex(32)}`) } };
  },
};
