import type { Network } from "@platform/components/network";
import type { OutboundRule } from "@platform/components/task";
import type { ServiceConfig } from "../config";

/** Where a task may go outside the network; undefined leaves it at everybody by HTTPS. */
export function outboundRules(
  { https, ports }: ServiceConfig["egress"],
  { s3PrefixListId }: Pick<Network, "s3PrefixListId">,
): OutboundRule[] | undefined {
  const further = Object.entries(ports).flatMap(([port, blocks]) => blocks.map((cidr) => toBlock(Number(port), cidr)));
  if (https === "anywhere") return further.length > 0 ? [EVERYBODY, ...further] : undefined;
  return [
    // S3 is reached by its public addresses, though inside the network: image layers come from there, and buckets.
    { role: "s3", port: 443, to: { prefixListId: s3PrefixListId }, label: "S3 by its endpoint" },
    ...(https === "none" ? [] : https.map((cidr) => toBlock(443, cidr))),
    ...further,
  ];
}

const EVERYBODY: OutboundRule = {
  role: "https",
  port: 443,
  to: { cidrIpv4: "0.0.0.0/0" },
  label: "AWS and others by HTTPS",
};

const toBlock = (port: number, cidr: string): OutboundRule => ({
  // The block is what the rule is: by position, removing one would replace those after it.
  role: `${port}-${cidr.replace("/", "-")}`,
  port,
  to: { cidrIpv4: cidr },
  label: `${cidr} on port ${port}`,
});
