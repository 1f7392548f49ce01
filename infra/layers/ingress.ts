import { Certificate } from "@platform/components/certificate";
import { LoadBalancer } from "@platform/components/load-balancer";
import type { Network } from "@platform/components/network";
import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Foundation } from "./foundation";

// AWS keeps CloudFront's own addresses in this list; VPC origins come from them as well:
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html
const CLOUDFRONT_PREFIX_LIST = "com.amazonaws.global.cloudfront.origin-facing";

export interface Ingress {
  certificate: Certificate;
  balancer: LoadBalancer;
}

/** The load balancer: internal behind CloudFront where there is a CDN, else facing the internet. */
export function ingress(config: StackConfig, base: Foundation, net: Network): Ingress {
  const { domain, cdn, loadBalancer } = config;
  const certificate = new Certificate(
    "certificate",
    { domainName: domain.name, alternativeNames: domain.alternativeNames, zoneId: domain.zoneId },
    declaredBy(base.opts, at("domain")),
  );
  const balancer = new LoadBalancer(
    "ingress",
    {
      vpcId: net.vpcId,
      certificateArn: certificate.certificateArn,
      accessLogs: { bucket: base.accessLogs.bucketName, prefix: "load-balancer" },
      idleTimeoutSeconds: loadBalancer.idleTimeout ?? (holdsConnections(config) ? 300 : 60),
      testListener: loadBalancer.testListener && {
        port: loadBalancer.testListener.port,
        sources: [...loadBalancer.testListener.sources],
      },
      deletionProtection: loadBalancer.deletionProtection,
      zonalShift: config.profile === "production",
      ...(cdn
        ? {
            subnetIds: net.privateSubnetIds,
            ingress: { kind: "prefixList" as const, prefixListId: cloudFrontPrefixList(base) },
          }
        : {
            subnetIds: net.publicSubnetIds,
            ingress: { kind: "internet" as const },
            ipAddressType: config.network.ipv6 ? ("dualstack" as const) : ("ipv4" as const),
            securityHeaders: config.securityHeaders,
            corsOrigin: loadBalancer.corsOrigin,
          }),
    },
    declaredBy(base.opts, at("loadBalancer"), at("domain")),
  );
  return { certificate, balancer };
}

/** Whether clients hold connections open, and are silent for a while. */
const holdsConnections = ({ services }: StackConfig): boolean =>
  Object.values(services).some(({ websockets }) => websockets);

/** The program's one look-up: the list's id differs by region and AWS publishes no table of it. */
function cloudFrontPrefixList({ opts }: Foundation): pulumi.Output<string> {
  return ec2.getManagedPrefixListOutput({ name: CLOUDFRONT_PREFIX_LIST }, opts as pulumi.InvokeOutputOptions).id;
}
