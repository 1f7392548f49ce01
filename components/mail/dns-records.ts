/** What a domain publishes about its mail. */
export interface MailRecords {
  /** Domain of the senders' addresses. */
  domain: string;
  /** Domain of the envelope, to which what cannot be delivered returns. */
  mailFromDomain: string;
  region: string;
  /** What receivers shall do with mail that passes neither SPF nor DKIM in the domain's name. */
  dmarcPolicy: "none" | "quarantine" | "reject";
  /** Address that receivers send their daily reports to. */
  dmarcReports?: string;
}

export interface DnsRecord {
  /** Fixed role: part of the record's logical name. */
  role: string;
  name: string;
  type: "MX" | "TXT";
  value: string;
}

/** The records that are known beforehand; those of DKIM hold tokens that SES makes. */
export function mailRecords(args: MailRecords): DnsRecord[] {
  const { domain, mailFromDomain, region, dmarcPolicy, dmarcReports } = args;
  const reports = dmarcReports === undefined ? "" : `; rua=mailto:${dmarcReports}`;
  return [
    // https://docs.aws.amazon.com/ses/latest/dg/mail-from.html
    { role: "mail-from-mx", name: mailFromDomain, type: "MX", value: `10 feedback-smtp.${region}.amazonses.com` },
    // SPF asks the envelope's domain, from which SES alone sends: all others fail. The domain of the senders keeps the
    // SPF record that its other mail may have.
    { role: "mail-from-spf", name: mailFromDomain, type: "TXT", value: "v=spf1 include:amazonses.com -all" },
    // https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-dmarc.html; alignment stays relaxed, since the
    // envelope's domain lies below the senders'.
    { role: "dmarc", name: `_dmarc.${domain}`, type: "TXT", value: `v=DMARC1; p=${dmarcPolicy}${reports}` },
  ];
}

/** Regions whose public keys have a zone of their own: https://docs.aws.amazon.com/general/latest/gr/ses.html#ses_dkim_domains */
const OWN_DKIM_ZONE = [
  ...["af-south-1", "ap-northeast-3", "ap-south-2", "ap-southeast-3", "ap-southeast-5", "ca-west-1"],
  ...["eu-central-2", "eu-south-1", "il-central-1", "me-central-1", "us-gov-east-1"],
];

/** The zone that holds the public keys of a region. */
export function dkimZone(region: string): string {
  return OWN_DKIM_ZONE.includes(region) ? `dkim.${region}.amazonses.com` : "dkim.amazonses.com";
}
