import * as cloudfront from "@pulumi/aws/cloudfront";
import type { input } from "@pulumi/aws/types";
import * as pulumi from "@pulumi/pulumi";
import { mapPresent } from "../targeted-update";

type Origin = input.cloudfront.DistributionOrigin;

/** The load balancer that answers what is not cached. */
export interface CdnLoadBalancer {
  arn: pulumi.Input<string>;
  dnsName: pulumi.Input<string>;
}

export const LOAD_BALANCER_ORIGIN = "load-balancer";

/** A private bucket that CloudFront asks; its policy must admit the distribution. */
export interface BucketOrigin {
  bucketName: string;
  regionalDomainName: pulumi.Input<string>;
}

/** The id of the origin that answers for a path. */
export const originIdOf = ({ bucket }: { bucket?: BucketOrigin }): string =>
  bucket ? `bucket-${bucket.bucketName}` : LOAD_BALANCER_ORIGIN;

/**
 * CloudFront's way into the VPC. AWS refuses every change to it, even of a tag, while a distribution uses it
 * (https://github.com/hashicorp/terraform-provider-aws/issues/40905): so tags stay as they were made, and another load
 * balancer makes another origin, which is put in place before the old one goes. Its name ends in the load balancer's
 * id, for the two exist side by side then.
 */
export function createVpcOrigin(
  name: string,
  loadBalancer: CdnLoadBalancer,
  parent: pulumi.Resource,
): cloudfront.VpcOrigin {
  const arn = pulumi.output(loadBalancer.arn);
  return new cloudfront.VpcOrigin(
    name,
    {
      vpcOriginEndpointConfig: {
        name: pulumi.interpolate`${name}-${mapPresent(arn, (text) => text.split("/").at(-1))}`,
        arn,
        httpPort: 80,
        httpsPort: 443,
        originProtocolPolicy: "https-only",
        originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
      },
    },
    { parent, ignoreChanges: ["tags", "tagsAll"], replaceOnChanges: ["vpcOriginEndpointConfig"] },
  );
}

/** Lets CloudFront sign what it asks of private buckets; one serves them all. */
export function createOriginAccessControl(name: string, parent: pulumi.Resource): cloudfront.OriginAccessControl {
  return new cloudfront.OriginAccessControl(
    name,
    {
      description: "Signs requests to private buckets",
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    },
    { parent },
  );
}

/** CloudFront lets go of a connection before the load balancer does (60 s): one already closed would answer 502. */
export function loadBalancerOrigin(loadBalancer: CdnLoadBalancer, vpcOriginId: pulumi.Input<string>): Origin {
  return {
    originId: LOAD_BALANCER_ORIGIN,
    domainName: loadBalancer.dnsName,
    vpcOriginConfig: { vpcOriginId, originReadTimeout: 60, originKeepaliveTimeout: 30 },
  };
}

/** One origin per bucket, however many paths it answers for. */
export function bucketOrigins(
  buckets: BucketOrigin[],
  originAccessControlId: pulumi.Input<string> | undefined,
): Origin[] {
  const origins = buckets.map((bucket): [string, Origin] => {
    const originId = originIdOf({ bucket });
    return [originId, { originId, domainName: bucket.regionalDomainName, originAccessControlId }];
  });
  return [...new Map(origins).values()];
}
