import { DnsFirewall } from "@platform/components/dns-firewall";
import type { Network } from "@platform/components/network";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Foundation } from "./foundation";

/** Where the DNS firewall counts. */
export const dnsMetricNamespace = ({ names }: Foundation): string => `${names.prefix}/dns`;

/** The names that the stack may look up, where the stack file lists them. */
export function egress({ egress: settings, logs }: StackConfig, base: Foundation, { vpcId }: Network): void {
  if (!settings) return;
  const { names, keys, opts } = base;
  new DnsFirewall(
    "dns-firewall",
    {
      ...settings,
      vpcId,
      log: {
        groupName: names.logGroup("dns-queries"),
        retentionDays: logs.retentionDays,
        kmsKeyArn: keys.logs.keyArn,
      },
      metricNamespace: dnsMetricNamespace(base),
    },
    declaredBy(opts, at("egress")),
  );
}
