import { arn, type Simulations } from "./simulation";

export const sqs: Simulations = {
  "aws:sqs/queue:Queue": (request) => {
    const name: string = request.inputs.name ?? `${request.autoname}${request.inputs.fifoQueue ? ".fifo" : ""}`;
    const url = `https://sqs.${request.region}.amazonaws.com/${request.account}/${name}`;
    return { id: url, outputs: { name, url, arn: arn(request, "sqs", name) } };
  },
  "aws:sqs/queuePolicy:QueuePolicy": (request) => ({ id: request.inputs.queueUrl, outputs: {} }),
  "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy": (request) => ({ id: request.inputs.queueUrl, outputs: {} }),
};
