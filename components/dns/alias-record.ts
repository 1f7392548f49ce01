import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";

export interface AliasRecordArgs {
  /** The full name, for example `api.example.com`. */
  domainName: string;
  /** The hosted zone of the name. */
  zoneId: pulumi.Input<string>;
  /** What the name stands for: a distribution or a load balancer, with the zone that AWS keeps for it. */
  target: {
    dnsName: pulumi.Input<string>;
    zoneId: pulumi.Input<string>;
  };
  /** Whether the target answers over IPv6 too. */
  ipv6: boolean;
  /** Whether a record of the name that somebody else has made is overwritten. Default: that is an error. */
  overwrite?: boolean;
}

/**
 * A name that leads to a distribution or a load balancer.
 *
 * Creates an A record and, with `ipv6`, an AAAA record. Queries to aliases of AWS resources cost nothing
 * (https://aws.amazon.com/route53/pricing/).
 */
export class AliasRecord extends pulumi.ComponentResource {
  constructor(name: string, args: AliasRecordArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:AliasRecord", name, {}, opts);

    this.record(`${name}-ipv4`, "A", args);
    if (args.ipv6) this.record(`${name}-ipv6`, "AAAA", args);

    this.registerOutputs({});
  }

  private record(name: string, type: "A" | "AAAA", { domainName, zoneId, target, overwrite }: AliasRecordArgs): void {
    new route53.Record(
      name,
      {
        zoneId,
        name: domainName,
        type,
        // With a single target there is nothing to fail over to, and CloudFront's health cannot be asked for.
        aliases: [{ name: target.dnsName, zoneId: target.zoneId, evaluateTargetHealth: false }],
        ...(overwrite && { allowOverwrite: true }),
      },
      { parent: this },
    );
  }
}
