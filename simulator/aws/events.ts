import { arn, type Simulations } from "./simulation";

export const events: Simulations = {
  "aws:cloudwatch/eventRule:EventRule": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return { id: name, outputs: { name, arn: arn(request, "events", `rule/${name}`), eventBusName: "default" } };
  },
  "aws:cloudwatch/eventTarget:EventTarget": (request) => {
    const targetId: string = request.inputs.targetId ?? request.autoname;
    return { id: `${request.inputs.rule}-${targetId}`, outputs: { targetId } };
  },
};
