export { SlackChannel, type SlackChannelArgs } from "./slack-channel";
