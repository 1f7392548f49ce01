import * as cloudfront from "@pulumi/aws/cloudfront";
import * as pulumi from "@pulumi/pulumi";
import type { SecurityHeaders } from "../security-headers";
import { deliverAccessLogs } from "./access-logs";
import { dynamicBehaviour, staticBehaviour } from "./behaviours";
import {
  bucketOrigins,
  type CdnLoadBalancer,
  createOriginAccessControl,
  createVpcOrigin,
  LOAD_BALANCER_ORIGIN,
  loadBalancerOrigin,
  originIdOf,
} from "./origins";
import { requireNamedOrigins, responseHeaders } from "./response-headers";
import { requireSite, type Site, siteBehaviourOf } from "./site";
import { cachePolicy, pathLabel, requireStaticContent, type StaticContent } from "./static-content";

export interface CdnArgs {
  /** Names that viewers type; each needs an `AliasRecord` that leads to the distribution. */
  domainNames: string[];
  /** Certificate in us-east-1 that covers all the names. */
  certificateArn: pulumi.Input<string>;
  /** Web ACL of scope `CLOUDFRONT`. Default: none, and no request is looked at. */
  webAclArn?: pulumi.Input<string>;
  /**
   * Internal load balancer that answers what no bucket does. Its certificate must be public and cover the names too:
   * CloudFront passes on the name that the viewer typed, and closes the connection when the certificate is not for it.
   */
  loadBalancer: CdnLoadBalancer;
  /** What is cached, in the order in which paths are tried: the first that matches counts. */
  staticContent: StaticContent[];
  /** Headers of every answer, whatever the origin sent. */
  securityHeaders: SecurityHeaders;
  /** Sites whose pages may call this one with credentials, for example `https://www.example.com`. Default: none. */
  corsOrigins?: string[];
  /** Edge locations that serve: all of them, or the cheaper ones. Default: all. */
  priceClass?: "PriceClass_All" | "PriceClass_200" | "PriceClass_100";
  /** Bucket for access logs; its policy must admit `delivery.logs.amazonaws.com`. */
  accessLogs: { bucketArn: pulumi.Input<string> };
  /** Site of files that answers for all other paths. Default: none, and the load balancer answers for them. */
  site?: Site;
}

/**
 * A CloudFront distribution in front of an internal load balancer: HTTPS only, static paths cached, all other traffic
 * passed through untouched, WebSockets included; or a site of files, of which only some paths are passed through.
 *
 * Creates the distribution, the VPC origin, a policy for response headers, a cache policy per static path, an origin
 * access control where there are buckets, a function that finds the pages of a site, and the delivery of access logs. The first terabyte of a month costs nothing,
 * then a GB costs $0.085 in Europe and North America (https://aws.amazon.com/cloudfront/pricing/); the VPC origin
 * costs nothing. Throws on paths, times, headers and CORS origins that cannot be served safely.
 *
 * The VPC needs an internet gateway, although nothing comes through it; VPC origins are missing in a few regions and
 * zones (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html).
 */
export class Cdn extends pulumi.ComponentResource {
  readonly distributionId: pulumi.Output<string>;
  readonly distributionArn: pulumi.Output<string>;
  /** The distribution's own name, for alias records. */
  readonly domainName: pulumi.Output<string>;
  /** The zone that AWS keeps for `domainName`. */
  readonly hostedZoneId: pulumi.Output<string>;
  readonly vpcOriginId: pulumi.Output<string>;

  constructor(name: string, args: CdnArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Cdn", name, {}, opts);
    const { staticContent, site, corsOrigins = [] } = args;
    if (args.domainNames.length === 0) throw new Error("domainNames is empty: accepted is one name or more");
    requireStaticContent(staticContent);
    if (site) requireSite(site);
    requireNamedOrigins(corsOrigins);
    const headers = responseHeaders(args.securityHeaders, corsOrigins);

    const headersPolicy = new cloudfront.ResponseHeadersPolicy(`${name}-headers`, headers, { parent: this });
    const vpcOrigin = createVpcOrigin(`${name}-origin`, args.loadBalancer, this);
    const buckets = [...staticContent, ...(site ? [site] : [])].flatMap(({ bucket }) => bucket ?? []);
    const accessControl = buckets.length > 0 ? createOriginAccessControl(`${name}-buckets`, this) : undefined;
    const passedThrough = dynamicBehaviour({
      originId: LOAD_BALANCER_ORIGIN,
      responseHeadersPolicyId: headersPolicy.id,
    });
    const distribution = new cloudfront.Distribution(
      name,
      {
        enabled: true,
        aliases: args.domainNames,
        origins: [loadBalancerOrigin(args.loadBalancer, vpcOrigin.id), ...bucketOrigins(buckets, accessControl?.id)],
        defaultCacheBehavior: site ? siteBehaviourOf(name, site, headersPolicy.id, this) : passedThrough,
        orderedCacheBehaviors: [
          ...staticContent.map((content) => this.cached(name, content, headersPolicy.id)),
          ...(site?.passedThrough ?? []).map((pathPattern) => ({ pathPattern, ...passedThrough })),
        ],
        defaultRootObject: site && "index.html",
        webAclId: args.webAclArn,
        viewerCertificate: {
          acmCertificateArn: args.certificateArn,
          sslSupportMethod: "sni-only",
          minimumProtocolVersion: "TLSv1.2_2025",
        },
        httpVersion: "http2and3",
        isIpv6Enabled: true,
        priceClass: args.priceClass ?? "PriceClass_All",
        restrictions: { geoRestriction: { restrictionType: "none" } },
      },
      { parent: this },
    );
    deliverAccessLogs(name, distribution.arn, args.accessLogs.bucketArn, this);

    this.distributionId = distribution.id;
    this.distributionArn = distribution.arn;
    this.domainName = distribution.domainName;
    this.hostedZoneId = distribution.hostedZoneId;
    this.vpcOriginId = vpcOrigin.id;
    this.registerOutputs({ distributionId: this.distributionId, domainName: this.domainName });
  }

  /** The policy is named after its path: the path is what it is for, and positions move when the list changes. */
  private cached(name: string, content: StaticContent, responseHeadersPolicyId: pulumi.Input<string>) {
    const policy = new cloudfront.CachePolicy(`${name}-${pathLabel(content.path)}`, cachePolicy(content), {
      parent: this,
    });
    const target = { originId: originIdOf(content), responseHeadersPolicyId };
    return { pathPattern: content.path, ...staticBehaviour(target, policy.id) };
  }
}
