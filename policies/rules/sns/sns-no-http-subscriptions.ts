import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

export const snsNoHttpSubscriptions: Rule = {
  id: "sns-no-http-subscriptions",
  title: "Topics deliver to web addresses over TLS only",
  severity: "high",
  controls: { nist: ["SC-8(1)"] },
  why: "Over plain HTTP anybody on the way can read the messages, confirm the subscription or forge a delivery.",
  fix: 'Set protocol to "https" and give an https address as endpoint.',
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html",
  types: ["aws:sns/topicSubscription:TopicSubscription"],
  check({ props, violated }) {
    const protocol = props.at("protocol");
    if (protocol.string()?.toLowerCase() === "http") violated(protocol, "https", "plain HTTP");
  },
  cases: {
    resource: [
      good("HTTPS", { protocol: "https", endpoint: "https://example.com/hook" }),
      good("a queue", { protocol: "sqs", endpoint: "arn:aws:sqs:eu-west-1:123456789012:queue" }),
      bad("plain HTTP", { protocol: "http", endpoint: "http://example.com/hook" }, "protocol"),
      bad("plain HTTP, in capitals", { protocol: "HTTP", endpoint: "http://example.com/hook" }, "protocol"),
      unknown("protocol not known", { protocol: UNKNOWN, endpoint: "http://example.com/hook" }, "protocol"),
    ],
  },
};
