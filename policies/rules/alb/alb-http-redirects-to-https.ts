import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { LISTENER } from "../../kernel/tokens";
import { protocolOf, redirectsToHttps } from "./listeners";

const [, TWIN = ""] = LISTENER;
const redirect = { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } };
const forward = { type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/app/1" };

export const albHttpRedirectsToHttps: Rule = {
  id: "alb-http-redirects-to-https",
  title: "HTTP listeners do nothing but redirect to HTTPS",
  severity: "medium",
  controls: { fsbp: ["ELB.1"], nist: ["SC-8", "AC-17(2)"] },
  references: { checkov: ["CKV2_AWS_20"], cdkNag: ["ALBHttpToHttpsRedirection"] },
  why: "Over HTTP, anybody on the way reads and changes requests, cookies and passwords included.",
  fix: 'Set defaultActions to a single redirect with protocol "HTTPS", port "443" and statusCode "HTTP_301".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-1",
  types: LISTENER,
  check({ props, each, violated }) {
    if (protocolOf(props) !== "HTTP") return;
    const actions = props.at("defaultActions");
    if (actions.list().length === 0) violated(actions, "a redirect to HTTPS", "no action");
    each(actions.list(), (action) => {
      if (!redirectsToHttps(action)) violated(action, "a redirect to HTTPS", "another action");
    });
  },
  cases: {
    resource: [
      good("redirect", { port: 80, protocol: "HTTP", defaultActions: [redirect] }),
      good("redirect given as one, protocol left out", { port: 80, defaultActions: redirect }),
      good("HTTPS forwards", { port: 443, protocol: "HTTPS", defaultActions: [forward] }),
      good("a gateway's listener", { defaultActions: [forward] }),
      bad("forward", { port: 80, protocol: "HTTP", defaultActions: [forward] }, "defaultActions[0]"),
      bad("forward, protocol left out", { port: 80, defaultActions: forward }, "defaultActions", { type: TWIN }),
      bad(
        "a redirect that keeps HTTP",
        { port: 80, defaultActions: [{ type: "redirect", redirect: { host: "www.example.com" } }] },
        "defaultActions[0]",
      ),
      bad("no action", { port: 80, protocol: "HTTP", defaultActions: [] }, "defaultActions"),
      unknown("actions not known", { port: 80, protocol: "HTTP", defaultActions: UNKNOWN }, "defaultActions"),
      unknown("protocol not known", { port: 80, protocol: UNKNOWN, defaultActions: [forward] }, "protocol"),
    ],
  },
};
