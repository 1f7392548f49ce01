import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { LOAD_BALANCER } from "../../kernel/tokens";
import { kindOf } from "./load-balancers";

const [, TWIN = ""] = LOAD_BALANCER;

export const albAccessLogs: Rule = {
  id: "alb-access-logs",
  title: "Application load balancers log every request to a bucket",
  severity: "medium",
  controls: { fsbp: ["ELB.5"], nist: ["AU-12"] },
  references: { checkov: ["CKV_AWS_91"], cdkNag: ["AwsSolutions-ELB2"] },
  why: "Who asked for what, from where and with which answer is what every investigation of an incident starts from.",
  fix: "Set accessLogs to { bucket, prefix, enabled: true }; a bucket alone does not switch the logs on.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-5",
  types: LOAD_BALANCER,
  check({ props, violated }) {
    if (kindOf(props) !== "application") return;
    const enabled = props.at("accessLogs.enabled");
    const bucket = props.at("accessLogs.bucket");
    if (!enabled.isTrue()) violated(enabled, "true", "logs that are off");
    else if (!bucket.isUnknown() && !bucket.string()) violated(bucket, "the name of a bucket", "none");
  },
  cases: {
    resource: [
      good("logs", { accessLogs: { bucket: "logs", enabled: true } }),
      good("logs to a bucket that is not there yet", { accessLogs: { bucket: UNKNOWN, enabled: "true" } }),
      good("a list of one", { accessLogs: [{ bucket: "logs", enabled: true }] }),
      good("a network load balancer", { loadBalancerType: "network" }),
      bad("none", {}, "accessLogs.enabled"),
      bad("a bucket alone", { accessLogs: { bucket: "logs" } }, "accessLogs.enabled", { type: TWIN }),
      bad("switched off", { accessLogs: { bucket: "logs", enabled: false } }, "accessLogs.enabled"),
      bad("no bucket", { accessLogs: { bucket: "", enabled: true } }, "accessLogs.bucket"),
      unknown("not known", { accessLogs: UNKNOWN }, "accessLogs"),
      unknown("switch not known", { accessLogs: { bucket: "logs", enabled: UNKNOWN } }, "accessLogs.enabled"),
    ],
  },
};
