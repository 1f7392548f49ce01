import * as acm from "@pulumi/aws/acm";
import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";
import { mapPresent } from "../targeted-update";
import { provenDomains, provingDomain } from "./validation";

export interface CertificateArgs {
  /** The name that viewers type, for example `api.example.com`. */
  domainName: string;
  /** Further names that the certificate covers; a wildcard covers one level, `*.example.com`. */
  alternativeNames: string[];
  /** The hosted zone of all these names. */
  zoneId: pulumi.Input<string>;
  /** Region of the certificate, `us-east-1` for CloudFront. Default: the provider's. */
  region?: string;
  /**
   * A certificate of the same names in another region. ACM asks for the same records in every region
   * (https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html), so its records prove this one too, and
   * none are created: two owners of one record would delete it from under each other.
   */
  validatedBy?: Certificate;
}

/**
 * A public certificate that renews itself, proven by DNS records that stay in the zone. Resources that take
 * `certificateArn` wait until the certificate is issued.
 *
 * Creates one certificate, one record per proven name (none with `validatedBy`) and the wait for the validation.
 * Costs nothing (https://aws.amazon.com/certificate-manager/pricing/). Throws when a name is no domain name, or when
 * `validatedBy` does not prove one of them.
 */
export class Certificate extends pulumi.ComponentResource {
  /** ARN of the certificate, known once it is issued. */
  readonly certificateArn: pulumi.Output<string>;
  /** Names whose records prove the certificate: each also proves the wildcard below it. */
  readonly provenDomains: string[];
  /** Full names of the records that prove it. */
  readonly validationRecordNames: pulumi.Output<string>[];

  constructor(name: string, args: CertificateArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Certificate", name, {}, opts);
    const names = [args.domainName, ...args.alternativeNames];
    this.provenDomains = provenDomains(names);
    requireProof(args);

    const certificate = new acm.Certificate(
      name,
      {
        domainName: args.domainName,
        subjectAlternativeNames: args.alternativeNames,
        validationMethod: "DNS",
        keyAlgorithm: "RSA_2048",
        region: args.region,
      },
      { parent: this },
    );
    this.validationRecordNames =
      args.validatedBy?.validationRecordNames ??
      this.provenDomains.map((domain) => this.validationRecord(name, args.zoneId, certificate, domain).fqdn);
    const validation = new acm.CertificateValidation(
      `${name}-validation`,
      {
        certificateArn: certificate.arn,
        validationRecordFqdns: this.validationRecordNames,
        region: args.region,
      },
      { parent: this },
    );

    this.certificateArn = validation.certificateArn;
    this.registerOutputs({ certificateArn: this.certificateArn });
  }

  /**
   * The record is named after its domain and not after a position: the domain is what the record is, and a name
   * added in front must not replace the records of the others.
   */
  private validationRecord(
    name: string,
    zoneId: pulumi.Input<string>,
    certificate: acm.Certificate,
    domain: string,
  ): route53.Record {
    const option = mapPresent(certificate.domainValidationOptions, (options) => {
      const found = options.find(({ domainName }) => provingDomain(domainName) === domain);
      if (!found) throw new Error(`ACM asks for no record that proves ${domain}`);
      return found;
    });
    return new route53.Record(
      `${name}-${domain}`,
      {
        zoneId,
        name: option.resourceRecordName,
        type: option.resourceRecordType,
        records: [option.resourceRecordValue],
        ttl: 300,
        // Another stack of the same account may have a certificate for the name: it asks for this very record.
        allowOverwrite: true,
      },
      { parent: this },
    );
  }
}

function requireProof({ domainName, alternativeNames, validatedBy }: CertificateArgs): void {
  const missing = provenDomains([domainName, ...alternativeNames]).filter(
    (domain) => validatedBy && !validatedBy.provenDomains.includes(domain),
  );
  if (validatedBy && missing.length > 0) {
    throw new Error(
      `validatedBy has no record for ${missing.join(", ")}: it proves ${validatedBy.provenDomains.join(", ")}`,
    );
  }
}
