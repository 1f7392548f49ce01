import * as route53 from "@pulumi/aws/route53";
import * as sesv2 from "@pulumi/aws/sesv2";
import * as pulumi from "@pulumi/pulumi";
import { mapPresent } from "../targeted-update";
import { dkimZone, mailRecords, type MailRecords } from "./dns-records";

export interface MailDomainArgs extends MailRecords {
  /** Hosted zone of the domain. */
  zoneId: pulumi.Input<string>;
  /** Name of the configuration set: fixed, because applications and policies name it. */
  configurationSetName: string;
}

/** Easy DKIM always makes three keys: https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-dkim-easy.html */
const DKIM_KEYS = [0, 1, 2];

const WATCHED = ["SEND", "REJECT", "BOUNCE", "COMPLAINT", "DELIVERY", "DELIVERY_DELAY", "RENDERING_FAILURE"];

/**
 * A domain that sends mail by Amazon SES, proved to receivers by DKIM (2,048 bits), SPF and DMARC.
 *
 * Creates the identity with its MAIL FROM domain, the DNS records, and a configuration set that sends over TLS only,
 * keeps to itself addresses that bounced or complained, and counts what becomes of the mail. Costs $0.10 per thousand
 * mails (https://aws.amazon.com/ses/pricing/), and $0.30 a month for each of seven counts
 * (https://aws.amazon.com/cloudwatch/pricing/). A new account may send to verified addresses only until AWS lets it out of
 * the sandbox, which a person has to ask for. Throws when the MAIL FROM domain does not lie below the domain.
 */
export class MailDomain extends pulumi.ComponentResource {
  readonly identityArn: pulumi.Output<string>;
  readonly configurationSetName: pulumi.Output<string>;

  constructor(name: string, args: MailDomainArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:MailDomain", name, {}, opts);
    requireBelow(name, args);

    const configurationSet = this.configurationSet(name, args);
    const identity = new sesv2.EmailIdentity(
      name,
      {
        emailIdentity: args.domain,
        // Mail that forgets to name the set is watched all the same.
        configurationSetName: configurationSet.configurationSetName,
        dkimSigningAttributes: { nextSigningKeyLength: "RSA_2048_BIT" },
      },
      { parent: this },
    );
    new sesv2.EmailIdentityMailFromAttributes(
      `${name}-mail-from`,
      {
        emailIdentity: identity.emailIdentity,
        mailFromDomain: args.mailFromDomain,
        // DKIM alone satisfies DMARC: a record that is late must not stop the mail.
        behaviorOnMxFailure: "USE_DEFAULT_VALUE",
      },
      { parent: this },
    );
    this.records(name, args, identity);

    this.identityArn = identity.arn;
    this.configurationSetName = configurationSet.configurationSetName;
    this.registerOutputs({ identityArn: this.identityArn, configurationSetName: this.configurationSetName });
  }

  private configurationSet(name: string, { configurationSetName }: MailDomainArgs): sesv2.ConfigurationSet {
    const set = new sesv2.ConfigurationSet(
      name,
      {
        configurationSetName,
        deliveryOptions: { tlsPolicy: "REQUIRE" },
        reputationOptions: { reputationMetricsEnabled: true },
        sendingOptions: { sendingEnabled: true },
        suppressionOptions: { suppressedReasons: ["BOUNCE", "COMPLAINT"] },
      },
      { parent: this },
    );
    new sesv2.ConfigurationSetEventDestination(
      `${name}-metrics`,
      {
        configurationSetName: set.configurationSetName,
        eventDestinationName: "metrics",
        eventDestination: {
          enabled: true,
          matchingEventTypes: WATCHED,
          cloudWatchDestination: {
            dimensionConfigurations: [
              {
                dimensionName: "ses:configuration-set",
                dimensionValueSource: "MESSAGE_TAG",
                defaultDimensionValue: configurationSetName,
              },
            ],
          },
        },
      },
      { parent: this },
    );
    return set;
  }

  private records(name: string, args: MailDomainArgs, identity: sesv2.EmailIdentity): void {
    const { zoneId, domain, region } = args;
    for (const { role, name: recordName, type, value } of mailRecords(args)) {
      new route53.Record(
        `${name}-${role}`,
        { zoneId, name: recordName, type, ttl: 300, records: [value] },
        { parent: this },
      );
    }
    // Half of the attributes is ours and known at once; the tokens come with the identity.
    const tokens = identity.arn.apply(() => identity.dkimSigningAttributes.tokens);
    for (const index of DKIM_KEYS) {
      const token = mapPresent(tokens, (texts) => texts[index]);
      new route53.Record(
        `${name}-dkim-${index + 1}`,
        {
          zoneId,
          name: mapPresent(token, (text) => `${text}._domainkey.${domain}`),
          type: "CNAME",
          ttl: 300,
          records: [mapPresent(token, (text) => `${text}.${dkimZone(region)}`)],
        },
        { parent: this },
      );
    }
  }
}

function requireBelow(name: string, { domain, mailFromDomain }: MailDomainArgs): void {
  if (!mailFromDomain.endsWith(`.${domain}`)) {
    throw new Error(`${name}: mailFromDomain must lie below ${domain}, got "${mailFromDomain}"`);
  }
}
