import { type BucketOrigin, Cdn } from "@platform/components/cdn";
import { Certificate } from "@platform/components/certificate";
import { AliasRecord } from "@platform/components/dns";
import { WebAclAssociation, WebFirewall } from "@platform/components/firewall";
import { servicesOf, type StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Data } from "./data";
import { EDGE_REGION, type EdgeSite, edgeSite } from "./edge-site";
import type { Ingress } from "./ingress";
import type { Foundation } from "./foundation";

export interface Edge {
  cdn: Cdn | undefined;
  firewall: WebFirewall | undefined;
  /** The certificate that CloudFront shows, where it is not the load balancer's. */
  certificate: Certificate | undefined;
  /** Where firewall and CDN report to. */
  site: EdgeSite;
  /** Where people reach the application. */
  url: string;
}

/** What stands between the internet and the load balancer: firewall, CDN and the names that lead there. */
export function edge(config: StackConfig, base: Foundation, store: Data, entry: Ingress): Edge {
  const { balancer } = entry;
  const site = edgeSite(config, base);
  const firewall = config.firewall && webFirewall(config, config.firewall, base, site);
  const certificate = config.cdn && edgeCertificate(config, base, entry.certificate);
  const shown = certificate ?? entry.certificate;
  const cdn =
    config.cdn && contentDelivery(config, config.cdn, base, store, { ...entry, certificate: shown }, firewall);
  if (firewall && !cdn) {
    new WebAclAssociation(
      "firewall-association",
      { webAclArn: firewall.webAclArn, resourceArn: balancer.arn },
      declaredBy(base.opts, at("firewall")),
    );
  }
  const target = cdn
    ? { dnsName: cdn.domainName, zoneId: cdn.hostedZoneId }
    : { dnsName: balancer.dnsName, zoneId: balancer.zoneId };
  const { domain, network } = config;
  const ipv6 = cdn !== undefined || network.ipv6;
  [domain.name, ...domain.alternativeNames].forEach((domainName, index) => {
    const key = index === 0 ? at("domain", "name") : at("domain", "alternativeNames", index - 1);
    const record = { domainName, zoneId: domain.zoneId, target, ipv6, overwrite: domain.takeOver };
    new AliasRecord(domainName, record, declaredBy(base.opts, key));
  });
  return { cdn, firewall, certificate, site, url: `https://${domain.name}` };
}

function webFirewall(
  config: StackConfig,
  settings: NonNullable<StackConfig["firewall"]>,
  base: Foundation,
  site: EdgeSite,
): WebFirewall {
  return new WebFirewall(
    "firewall",
    {
      ...settings,
      scope: config.cdn ? "CLOUDFRONT" : "REGIONAL",
      metricName: base.names.prefix,
      logGroupName: `aws-waf-logs-${base.names.prefix}`,
      logRetentionDays: config.logs.retentionDays,
      logKmsKeyArn: site.logsKeyArn,
    },
    declaredBy(base.opts, at("firewall")),
  );
}

/** CloudFront takes certificates of one region only; where the application runs there, one is enough. */
function edgeCertificate(
  { region, domain }: StackConfig,
  { opts }: Foundation,
  home: Certificate,
): Certificate | undefined {
  if (region === EDGE_REGION) return undefined;
  const { name: domainName, alternativeNames, zoneId } = domain;
  return new Certificate(
    "edge-certificate",
    { domainName, alternativeNames, zoneId, region: EDGE_REGION, validatedBy: home },
    declaredBy(opts, at("domain")),
  );
}

function contentDelivery(
  config: StackConfig,
  settings: NonNullable<StackConfig["cdn"]>,
  base: Foundation,
  { buckets }: Data,
  { balancer, certificate }: Ingress,
  firewall: WebFirewall | undefined,
): Cdn {
  const { domain, securityHeaders } = config;
  const { site } = settings;
  const originOf = (name: string | undefined): BucketOrigin | undefined => {
    const bucket = name === undefined ? undefined : buckets[name]?.own;
    if (name === undefined || !bucket) return undefined;
    return { bucketName: base.names.bucket(name), regionalDomainName: bucket.regionalDomainName };
  };
  const siteBucket = originOf(site?.bucket);
  return new Cdn(
    "cdn",
    {
      domainNames: [domain.name, ...domain.alternativeNames],
      certificateArn: certificate.certificateArn,
      webAclArn: firewall?.webAclArn,
      loadBalancer: { arn: balancer.arn, dnsName: balancer.dnsName },
      staticContent: settings.staticContent.map(({ bucket, ...content }) => ({ ...content, bucket: originOf(bucket) })),
      site: site && siteBucket && { ...site, bucket: siteBucket, passedThrough: servicePaths(config) },
      securityHeaders,
      corsOrigins: settings.corsOrigins,
      priceClass: settings.priceClass,
      accessLogs: { bucketArn: base.accessLogs.arn },
    },
    declaredBy(base.opts, at("cdn")),
  );
}

/** The paths of all services, the narrower ones first, as the load balancer asks them. */
function servicePaths({ services }: StackConfig): string[] {
  const paths = Object.values(servicesOf("web", services)).flatMap(({ paths }) => paths);
  return [...new Set(paths)].sort((a, b) => b.length - a.length || a.localeCompare(b));
}
