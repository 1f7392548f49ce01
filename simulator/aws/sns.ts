import { arn, type Simulations } from "./simulation";

export const sns: Simulations = {
  "aws:sns/topic:Topic": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    const topicArn = arn(request, "sns", name);
    return { id: topicArn, outputs: { name, arn: topicArn, owner: request.account } };
  },
  "aws:sns/topicPolicy:TopicPolicy": (request) => ({
    id: request.inputs.arn,
    outputs: { owner: request.account },
  }),
  "aws:sns/topicSubscription:TopicSubscription": (request) => {
    const digits = request.hex(32);
    const subscriptionId = [8, 12, 16, 20].reduceRight((id, at) => `${id.slice(0, at)}-${id.slice(at)}`, digits);
    const subscriptionArn = `${request.inputs.topic}:${subscriptionId}`;
    return { id: subscriptionArn, outputs: { arn: subscriptionArn, ownerId: request.account } };
  },
};
