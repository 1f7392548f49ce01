import { globalArn, type Simulations } from "./simulation";

export const chatbot: Simulations = {
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration": (request) => {
    const name: string = request.inputs.configurationName;
    const chatConfigurationArn = globalArn(request, "chatbot", `chat-configuration/slack-channel/${name}`);
    return { id: chatConfigurationArn, outputs: { chatConfigurationArn } };
  },
};
