import { arn, type Simulations, uuid } from "./simulation";

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
    const subscriptionArn = `${request.inputs.topic}:${uuid(request)}`;
    return { id: subscriptionArn, outputs: { arn: subscriptionArn, ownerId: request.account } };
  },
};
