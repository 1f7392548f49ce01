import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { LISTENER } from "../../kernel/tokens";
import { endsTls } from "./listeners";

const [, TWIN = ""] = LISTENER;
const POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

export const albListenerTlsPolicy: Rule = {
  id: "alb-listener-tls-policy",
  title: "HTTPS and TLS listeners use a security policy of TLS 1.2 and 1.3 with strong ciphers",
  severity: "medium",
  controls: { fsbp: ["ELB.17"], nist: ["SC-8(1)", "SC-13"] },
  references: { checkov: ["CKV_AWS_103", "CKV2_AWS_74"] },
  why: "Left out, the API takes a policy of 2016, which still speaks TLS 1.0 with ciphers that are broken by now.",
  fix: `Set sslPolicy to "${POLICY}" or another policy of the list.`,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-17",
  types: LISTENER,
  parameters: {
    policies: {
      type: "array",
      items: { type: "string" },
      default: [
        "ELBSecurityPolicy-TLS13-1-3-2021-06",
        "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
        "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
        POLICY,
        "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
      ],
      description: "Security policies that listeners may use; those of Security Hub's control.",
    },
  },
  check({ props, violated, params }) {
    if (!endsTls(props)) return;
    const policy = props.at("sslPolicy");
    if (!params.policies.includes(policy.string()))
      violated(policy, "a security policy of the list", policy.isSet() ? "another policy" : "the default of 2016");
  },
  remedy({ params: { policies }, set }) {
    const policy = policies.includes(POLICY) ? POLICY : policies[0];
    if (policy !== undefined) set("sslPolicy", policy);
  },
  cases: {
    resource: [
      good("post-quantum", { protocol: "HTTPS", sslPolicy: POLICY }),
      good("TLS 1.3 alone", { protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" }),
      good("HTTP has none", { port: 80, protocol: "HTTP" }),
      good(
        "a policy of one's own list",
        { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
        { params: { policies: ["ELBSecurityPolicy-TLS13-1-2-2021-06"] } },
      ),
      bad("left out", { protocol: "HTTPS", port: 443 }, "sslPolicy"),
      bad("TLS 1.0", { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-2016-08" }, "sslPolicy", { type: TWIN }),
      bad("weak ciphers", { protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06" }, "sslPolicy"),
      bad("none of one's own list", { protocol: "HTTPS", sslPolicy: POLICY }, "sslPolicy", {
        params: { policies: ["ELBSecurityPolicy-TLS13-1-3-2021-06"] },
      }),
      bad("a list that is empty", { protocol: "HTTPS", sslPolicy: POLICY }, "sslPolicy", {
        params: { policies: [] },
        remediable: false,
      }),
      unknown("policy not known", { protocol: "HTTPS", sslPolicy: UNKNOWN }, "sslPolicy"),
    ],
  },
};
