import * as lb from "@pulumi/aws/lb";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import { SecurityGroup } from "../security-group";
import { listenerHeaders, type SecurityHeaders } from "../security-headers";
import { corsHeaders } from "./cors-headers";
import { ingressRules, type LoadBalancerIngress, type TestListenerArgs, testRules } from "./ingress";

export interface LoadBalancerArgs {
  vpcId: pulumi.Input<string>;
  /** Subnets of at least two zones: public ones for `internet`, private ones otherwise. */
  subnetIds: pulumi.Input<string>[];
  /** Who may reach it. `internet` makes it public; a prefix list makes it internal, to be reached through CloudFront. */
  ingress: LoadBalancerIngress;
  /**
   * Certificate of the HTTPS listener. Behind CloudFront too it must cover the name that viewers type: CloudFront
   * passes that name on and checks the certificate against it.
   */
  certificateArn: pulumi.Input<string>;
  /** TLS policy of the HTTPS listener. Default: `ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09`. */
  tlsPolicy?: string;
  /** Bucket for access and connection logs; its policy must admit ELB's log delivery under the prefix. */
  accessLogs: { bucket: pulumi.Input<string>; prefix: string };
  /** Headers of every answer, for a load balancer without a CDN in front; with one the CDN sets them. */
  securityHeaders?: SecurityHeaders;
  /** The one site whose pages may call the services with credentials; without a CDN only. Default: none. */
  corsOrigin?: string;
  /** Seconds after which a silent connection is closed, 1 to 4,000; more than 60 for WebSockets. Default: 60. */
  idleTimeoutSeconds?: number;
  /** Whether AWS refuses to delete the load balancer. */
  deletionProtection: boolean;
  /** Whether traffic may be shifted away from a failing zone (https://docs.aws.amazon.com/r53recovery/). */
  zonalShift: boolean;
  /** A second HTTPS listener, through which new versions are tested before they get requests. Default: none. */
  testListener?: TestListenerArgs;
  /** `dualstack` answers over IPv6 too; its subnets need IPv6 ranges. Default: `ipv4`. */
  ipAddressType?: "ipv4" | "dualstack";
}

// AWS's own recommendation: TLS 1.3 and the forward-secret ciphers of 1.2, with post-quantum key exchange for clients
// that know it. Left out, the API falls back to a policy of 2016 that still speaks TLS 1.0.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
const TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

/**
 * An application load balancer that ends TLS and answers 404 until services add their rules to its HTTPS listener.
 *
 * Creates the load balancer, its security group with one rule per source and port, the HTTPS listener, where it
 * is asked for a second one for tests and, where the internet comes in, an HTTP listener that redirects. Nothing goes out until `Connection`s allow it. Costs $16.43 a
 * month and $5.84 per capacity unit in us-east-1 (https://aws.amazon.com/elasticloadbalancing/pricing/), a public one
 * also $3.65 per zone for its IPv4 address. Throws on fewer than two subnets and on an idle timeout out of range.
 */
export class LoadBalancer extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  /** What metrics call the load balancer: `app/<name>/<id>`. */
  readonly arnSuffix: pulumi.Output<string>;
  readonly dnsName: pulumi.Output<string>;
  /** The zone that AWS keeps for `dnsName`, for alias records. */
  readonly zoneId: pulumi.Output<string>;
  readonly httpsListenerArn: pulumi.Output<string>;
  /** Undefined when there is no test listener. */
  readonly testListenerArn: pulumi.Output<string> | undefined;
  readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: LoadBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:LoadBalancer", name, {}, opts);
    const headers = {
      ...(args.securityHeaders && listenerHeaders(args.securityHeaders)),
      ...(args.corsOrigin !== undefined && corsHeaders(args.corsOrigin)),
    };
    const isPublic = args.ingress.kind === "internet";
    requireRange(args);

    const group = this.securityGroup(name, args);
    const loadBalancer = this.loadBalancer(name, args, group.securityGroupId);
    const https = this.httpsListener(`${name}-https`, 443, args, loadBalancer, headers);
    const test =
      args.testListener && this.httpsListener(`${name}-test`, args.testListener.port, args, loadBalancer, headers);
    if (isPublic) this.redirect(name, loadBalancer);

    this.arn = loadBalancer.arn;
    this.arnSuffix = loadBalancer.arnSuffix;
    this.dnsName = loadBalancer.dnsName;
    this.zoneId = loadBalancer.zoneId;
    // From the listener, so that whoever uses the ARN waits for the listener.
    this.httpsListenerArn = https.arn;
    this.testListenerArn = test?.arn;
    this.securityGroupId = group.securityGroupId;
    this.registerOutputs({ arn: this.arn, dnsName: this.dnsName, httpsListenerArn: this.httpsListenerArn });
  }

  private securityGroup(name: string, args: LoadBalancerArgs): SecurityGroup {
    const group = new SecurityGroup(name, { vpcId: args.vpcId, description: "Load balancer" }, { parent: this });
    const rules = [
      ...ingressRules(args.ingress, args.ipAddressType === "dualstack"),
      ...(args.testListener ? testRules(args.testListener) : []),
    ];
    for (const { role, port, ...rule } of rules) {
      new vpc.SecurityGroupIngressRule(
        `${name}-${role}`,
        { ...rule, securityGroupId: group.securityGroupId, ipProtocol: "tcp", fromPort: port, toPort: port },
        { parent: this },
      );
    }
    return group;
  }

  private loadBalancer(name: string, args: LoadBalancerArgs, groupId: pulumi.Output<string>): lb.LoadBalancer {
    const logs = { bucket: args.accessLogs.bucket, prefix: args.accessLogs.prefix, enabled: true };
    return new lb.LoadBalancer(
      name,
      {
        loadBalancerType: "application",
        internal: args.ingress.kind !== "internet",
        ipAddressType: args.ipAddressType ?? "ipv4",
        subnets: args.subnetIds,
        securityGroups: [groupId],
        idleTimeout: args.idleTimeoutSeconds ?? 60,
        dropInvalidHeaderFields: true,
        // Blocks requests that two servers could read differently; `strictest` also turns away harmless old clients.
        desyncMitigationMode: "defensive",
        // The client's address is the last entry, or the last but one behind CloudFront: earlier ones may be forged.
        xffHeaderProcessingMode: "append",
        enableDeletionProtection: args.deletionProtection,
        enableZonalShift: args.zonalShift,
        // One prefix will do: the files of connection logs are called `conn_log…`.
        accessLogs: logs,
        connectionLogs: logs,
      },
      { parent: this },
    );
  }

  private httpsListener(
    name: string,
    port: number,
    args: LoadBalancerArgs,
    loadBalancer: lb.LoadBalancer,
    headers: Partial<lb.ListenerArgs>,
  ): lb.Listener {
    return new lb.Listener(
      name,
      {
        loadBalancerArn: loadBalancer.arn,
        port,
        protocol: "HTTPS",
        sslPolicy: args.tlsPolicy ?? TLS_POLICY,
        certificateArn: args.certificateArn,
        routingHttpResponseServerEnabled: false,
        ...headers,
        defaultActions: [
          {
            type: "fixed-response",
            fixedResponse: { statusCode: "404", contentType: "text/plain", messageBody: "Not found" },
          },
        ],
      },
      { parent: this },
    );
  }

  private redirect(name: string, loadBalancer: lb.LoadBalancer): void {
    new lb.Listener(
      `${name}-http`,
      {
        loadBalancerArn: loadBalancer.arn,
        port: 80,
        protocol: "HTTP",
        routingHttpResponseServerEnabled: false,
        defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
      },
      { parent: this },
    );
  }
}

function requireRange({ subnetIds, idleTimeoutSeconds = 60 }: LoadBalancerArgs): void {
  if (subnetIds.length < 2) {
    throw new Error(`subnetIds has ${subnetIds.length} of the two or more subnets, one per zone, that ELB asks for`);
  }
  if (!Number.isInteger(idleTimeoutSeconds) || idleTimeoutSeconds < 1 || idleTimeoutSeconds > 4000) {
    throw new Error(`idleTimeoutSeconds is ${idleTimeoutSeconds}: accepted are whole seconds from 1 to 4000`);
  }
}
